package io.ledgerway.sandbox.webhook;

import io.ledgerway.sandbox.books.Events.Event;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One app's webhook. Guarded by {@link Webhooks}. */
final class Subscription {

  enum State {
    /** The two test deliveries have not both been answered rightly yet. */
    INTENT_TO_RECEIVE,
    ACTIVE,
    /** Failed for 24 hours. */
    DISABLED
  }

  final String clientId;
  final String url;
  final String key;
  final Set<String> categories;
  State state = State.INTENT_TO_RECEIVE;
  final Deque<Event> waiting = new ArrayDeque<>();
  long sequence;
  int attempts;
  long firstFailure;
  long nextAttempt;
  int delivered;
  int lastStatus;

  Subscription(String clientId, String url, String key, Set<String> categories) {
    this.clientId = clientId;
    this.url = url;
    this.key = key;
    this.categories = categories;
  }

  /** Missed events are kept, and follow in order when the subscription is enabled again. */
  void takeOver(Subscription before, long oldest) {
    sequence = before.sequence;
    delivered = before.delivered;
    before.waiting.stream().filter(event -> event.time() >= oldest).forEach(waiting::add);
  }

  List<Event> batch() {
    return new ArrayList<>(waiting);
  }

  Map<String, Object> show() {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("clientId", clientId);
    shown.put("url", url);
    shown.put("key", key);
    shown.put("categories", categories);
    shown.put("state", state);
    shown.put("waiting", waiting.size());
    shown.put("delivered", delivered);
    shown.put("lastStatus", lastStatus);
    shown.put("attempts", attempts);
    return shown;
  }
}
