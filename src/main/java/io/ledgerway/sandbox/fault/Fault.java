package io.ledgerway.sandbox.fault;

import java.util.Random;
import java.util.UUID;

/** An armed fault. Guarded by {@link Faults}. */
final class Fault {

  final int id;
  final FaultOrder order;
  final Random random;
  int hits;

  Fault(int id, FaultOrder order) {
    this.id = id;
    this.order = order;
    // Faults that are armed with one seed must not all hit the same calls.
    this.random =
        order.seed() == null
            ? new Random()
            : new Random(order.seed() * 1_000_003L + order.kind().wire().hashCode());
  }

  boolean hits(UUID tenantId, String endpoint, String method) {
    boolean fits =
        (order.tenantId() == null || order.tenantId().equals(tenantId))
            && (order.endpoint() == null || order.endpoint().equalsIgnoreCase(endpoint))
            && (order.method() == null || order.method().equalsIgnoreCase(method))
            && order.kind().fits(method);
    if (!fits || used()) {
      return false;
    }
    if (order.probability() != null && random.nextDouble() >= order.probability()) {
      return false;
    }
    hits++;
    return true;
  }

  boolean used() {
    return order.next() != null && hits >= order.next();
  }
}
