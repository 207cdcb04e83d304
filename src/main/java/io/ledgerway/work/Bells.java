package io.ledgerway.work;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/**
 * Who is woken by what, by name, within this process. A ring that nobody hears is lost, as any may
 * be: whoever waits looks for work now and then all the same. Thread-safe.
 */
@Component
class Bells {

  private final Map<String, List<Bell>> heard = new ConcurrentHashMap<>();

  /** One more that wakes when a bell of that name is rung. */
  Bell hear(String name) {
    Bell bell = new Bell();
    of(name).add(bell);
    return bell;
  }

  void unhear(String name, Bell bell) {
    of(name).remove(bell);
  }

  void ring(String name, Duration in) {
    of(name).forEach(bell -> bell.ring(in));
  }

  private List<Bell> of(String name) {
    return heard.computeIfAbsent(name, any -> new CopyOnWriteArrayList<>());
  }
}
