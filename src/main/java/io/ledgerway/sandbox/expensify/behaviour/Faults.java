package io.ledgerway.sandbox.expensify.behaviour;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.springframework.stereotype.Component;

/** All armed faults; the first one that fits hits. Thread-safe. */
@Component
public class Faults {

  /** One that is armed. */
  private static final class Armed {
    private final int id;
    private final FaultOrder order;
    private final Random random;
    private int hits;

    Armed(int id, FaultOrder order) {
      this.id = id;
      this.order = order;
      this.random = order.seed() == null ? new Random() : new Random(order.seed());
    }

    boolean hits(String job, String credential) {
      if (!order.fits(job, credential)
          || (order.probability() != null && random.nextDouble() >= order.probability())) {
        return false;
      }
      hits++;
      return true;
    }

    boolean used() {
      return order.next() != null && hits >= order.next();
    }

    Map<String, Object> show() {
      Map<String, Object> shown = new LinkedHashMap<>();
      shown.put("id", id);
      shown.put("fault", order);
      shown.put("hits", hits);
      return shown;
    }
  }

  private final List<Armed> armed = new ArrayList<>();
  private int last;

  public synchronized Map<String, Object> arm(FaultOrder order) {
    Armed fault = new Armed(++last, order);
    armed.add(fault);
    return fault.show();
  }

  /** What hits a request; null when nothing does. */
  public synchronized FaultOrder decide(String job, String credential) {
    for (Armed fault : armed) {
      if (fault.hits(job, credential)) {
        armed.removeIf(Armed::used);
        return fault.order;
      }
    }
    return null;
  }

  public synchronized List<Map<String, Object>> list() {
    return armed.stream().map(Armed::show).toList();
  }

  public synchronized boolean disarm(int id) {
    return armed.removeIf(fault -> fault.id == id);
  }

  public synchronized void reset() {
    armed.clear();
    last = 0;
  }
}
