package io.ledgerway.work;

import io.ledgerway.problem.LedgerwayException;

/** Somebody else has taken the work over: whatever its former holder found out is not written. */
public final class LeaseLost extends LedgerwayException {

  LeaseLost(Lease lease) {
    super(
        "LEASE_LOST",
        "The work "
            + lease.kind()
            + " "
            + lease.key()
            + " was taken over, since this engine did not say in time that it is alive.",
        "Nothing is lost: whoever took it over does it.");
  }
}
