package io.ledgerway.sandbox.webhook;

import io.ledgerway.sandbox.SandboxClock;
import io.ledgerway.sandbox.books.Events;
import io.ledgerway.sandbox.books.Events.Event;
import io.ledgerway.sandbox.oauth.Connections;
import io.ledgerway.sandbox.webhook.Subscription.State;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Delivers events to subscribers: at once, and when that fails every 15 minutes for 24 hours of the
 * sandbox's clock; then the subscription is disabled, and its events are kept for 31 days.
 * Thread-safe.
 */
@Component
public class Webhooks {

  /** What there are events of, xero-api.md 5. */
  public static final Set<String> CATEGORIES = Set.of("CONTACT", "INVOICE", "CREDITNOTE");

  private static final long EVERY = Duration.ofMinutes(15).toMillis();
  private static final long GIVE_UP = Duration.ofHours(24).toMillis();
  private static final long KEPT = Duration.ofDays(31).toMillis();
  private static final long TICK_MILLIS = 100;

  private final SandboxClock clock;
  private final Connections connections;
  private final Map<String, Subscription> byClient = new LinkedHashMap<>();
  private final ScheduledExecutorService worker =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "webhooks");
            thread.setDaemon(true);
            return thread;
          });

  Webhooks(SandboxClock clock, Connections connections, Events events) {
    this.clock = clock;
    this.connections = connections;
    events.subscribe(this::enqueue);
    worker.scheduleWithFixedDelay(
        this::deliverAll, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Subscribes an app; it is active once a right and a wrong signature were answered rightly. */
  public Map<String, Object> subscribe(
      String clientId, String url, String key, Set<String> categories) {
    Subscription made = new Subscription(clientId, url, key, categories);
    boolean right = isGood(Delivery.send(made, List.of(), true));
    boolean wrong = Delivery.send(made, List.of(), false) == 401;
    made.state = right && wrong ? State.ACTIVE : State.INTENT_TO_RECEIVE;
    synchronized (this) {
      Subscription before = byClient.put(clientId, made);
      if (before != null) {
        made.takeOver(before, clock.millis() - KEPT);
      }
      return made.show();
    }
  }

  public synchronized List<Map<String, Object>> list() {
    return byClient.values().stream().map(Subscription::show).toList();
  }

  public synchronized void reset() {
    byClient.clear();
  }

  @PreDestroy
  void stop() {
    worker.shutdownNow();
  }

  private synchronized void enqueue(Event event) {
    for (Subscription one : byClient.values()) {
      if (one.state != State.INTENT_TO_RECEIVE
          && one.categories.contains(event.category())
          && connections.isConnected(one.clientId, event.tenantId())) {
        one.waiting.add(event);
      }
    }
  }

  private void deliverAll() {
    List<Subscription> due;
    synchronized (this) {
      due =
          byClient.values().stream()
              .filter(one -> one.state == State.ACTIVE && !one.waiting.isEmpty())
              .filter(one -> clock.millis() >= one.nextAttempt)
              .toList();
    }
    due.forEach(this::deliver);
  }

  private void deliver(Subscription to) {
    List<Event> batch;
    synchronized (this) {
      batch = to.batch();
    }
    int status = Delivery.send(to, batch, true);
    synchronized (this) {
      to.lastStatus = status;
      if (isGood(status)) {
        batch.forEach(sent -> to.waiting.poll());
        to.sequence += batch.size();
        to.delivered += batch.size();
        to.attempts = 0;
        to.nextAttempt = 0;
        return;
      }
      long now = clock.millis();
      to.firstFailure = to.attempts == 0 ? now : to.firstFailure;
      to.attempts++;
      // The first retry follows at once.
      to.nextAttempt = to.attempts == 1 ? now : now + EVERY;
      if (now - to.firstFailure >= GIVE_UP) {
        to.state = State.DISABLED;
      }
    }
  }

  private static boolean isGood(int status) {
    return status >= 200 && status < 300;
  }
}
