package io.ledgerway.sandbox.expensify.calls;

import io.ledgerway.sandbox.SandboxClock;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/** The limits, per credential whoever uses it. Thread-safe. */
@Component
public class Limits {

  private final SandboxClock clock;
  private final AtomicReference<Allowed> allowed = new AtomicReference<>(Allowed.DOCUMENTED);
  private final Map<String, Windows> windows = new ConcurrentHashMap<>();

  Limits(SandboxClock clock) {
    this.clock = clock;
  }

  /** 0 when the request may go on, else how many milliseconds to wait. */
  public long take(String credential, boolean countRefused) {
    return windows
        .computeIfAbsent(credential, id -> new Windows())
        .take(clock.millis(), allowed.get(), countRefused);
  }

  public Allowed allowed() {
    return allowed.get();
  }

  public void set(Allowed wanted) {
    allowed.set(wanted);
  }

  /** By credential. */
  public Map<String, Usage> used() {
    Map<String, Usage> used = new TreeMap<>();
    windows.forEach((credential, window) -> used.put(credential, window.show(clock.millis())));
    return used;
  }

  public void reset() {
    windows.clear();
    allowed.set(Allowed.DOCUMENTED);
  }
}
