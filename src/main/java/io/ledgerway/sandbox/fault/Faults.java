package io.ledgerway.sandbox.fault;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** All armed faults, in the order in which they were armed. Thread-safe. */
@Component
public class Faults {

  /**
   * What hits one call.
   *
   * @param main null when only the answer's order, speed or truth is touched
   * @param shuffle null when the order stays
   * @param lagMillis how far lists of documents lag behind
   * @param whereIgnored whether a list leaves nothing out
   */
  public record Hit(
      FaultKind main,
      long retryAfterSeconds,
      long delayMillis,
      Random shuffle,
      boolean corrupt,
      long lagMillis,
      boolean whereIgnored) {

    static final Hit NOTHING = new Hit(null, 0, 0, null, false, 0, false);

    public boolean is(FaultKind kind) {
      return main == kind;
    }

    /** For the call log; null when nothing hits. */
    public String describe() {
      List<String> all = new ArrayList<>();
      if (main != null) {
        all.add(main.wire());
      }
      if (delayMillis > 0) {
        all.add(FaultKind.SLOW.wire());
      }
      if (shuffle != null) {
        all.add(FaultKind.SHUFFLE.wire());
      }
      if (corrupt) {
        all.add(FaultKind.CORRUPT_SILENTLY.wire());
      }
      if (lagMillis > 0) {
        all.add(FaultKind.LIST_LAG.wire());
      }
      if (whereIgnored) {
        all.add(FaultKind.WHERE_IGNORED.wire());
      }
      return all.isEmpty() ? null : String.join(",", all);
    }
  }

  private final List<Fault> armed = new ArrayList<>();
  private int last;

  public synchronized Map<String, Object> arm(FaultOrder order) {
    Fault fault = new Fault(++last, order);
    armed.add(fault);
    return show(fault);
  }

  /** What hits a call to the Accounting API. */
  public synchronized Hit decide(UUID tenantId, String endpoint, String method) {
    return decide(fault -> fault.hits(tenantId, endpoint, method));
  }

  /** What hits a call that only those faults are for that name it. */
  public synchronized Hit decideNamed(String endpoint, String method) {
    return decide(fault -> fault.order.endpoint() != null && fault.hits(null, endpoint, method));
  }

  private Hit decide(Predicate<Fault> hits) {
    if (armed.isEmpty()) {
      return Hit.NOTHING;
    }
    FaultKind main = null;
    long retryAfter = 1;
    long delay = 0;
    Random shuffle = null;
    boolean corrupt = false;
    long lag = 0;
    boolean whereIgnored = false;
    for (Fault fault : armed) {
      FaultKind kind = fault.order.kind();
      if ((main != null && !kind.modifies()) || !hits.test(fault)) {
        continue;
      }
      switch (kind) {
        case SLOW -> delay += millis(fault, 1000);
        case SHUFFLE -> shuffle = new Random(fault.random.nextLong());
        case CORRUPT_SILENTLY -> corrupt = true;
        case LIST_LAG -> lag = millis(fault, 10_000);
        case WHERE_IGNORED -> whereIgnored = true;
        default -> {
          main = kind;
          retryAfter =
              fault.order.retryAfterSeconds() == null ? 1 : fault.order.retryAfterSeconds();
        }
      }
    }
    armed.removeIf(Fault::used);
    return new Hit(main, retryAfter, delay, shuffle, corrupt, lag, whereIgnored);
  }

  private static long millis(Fault fault, long otherwise) {
    return fault.order.delayMillis() == null ? otherwise : fault.order.delayMillis();
  }

  public synchronized List<Map<String, Object>> list() {
    return armed.stream().map(Faults::show).toList();
  }

  public synchronized void disarm() {
    armed.clear();
  }

  /** Disarms all, and numbers them from one again. */
  public synchronized void reset() {
    armed.clear();
    last = 0;
  }

  public synchronized boolean disarm(int id) {
    return armed.removeIf(fault -> fault.id == id);
  }

  private static Map<String, Object> show(Fault fault) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("id", fault.id);
    shown.put("kind", fault.order.kind());
    put(shown, "tenantId", fault.order.tenantId());
    put(shown, "endpoint", fault.order.endpoint());
    put(shown, "method", fault.order.method());
    put(shown, "probability", fault.order.probability());
    put(shown, "next", fault.order.next());
    put(shown, "delayMillis", fault.order.delayMillis());
    put(shown, "retryAfterSeconds", fault.order.retryAfterSeconds());
    put(shown, "seed", fault.order.seed());
    shown.put("hits", fault.hits);
    return shown;
  }

  private static void put(Map<String, Object> shown, String name, Object value) {
    if (value != null) {
      shown.put(name, value);
    }
  }
}
