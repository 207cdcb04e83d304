package io.ledgerway.reference;

import io.ledgerway.problem.LedgerwayException;

/** A time zone was named that the time zone database does not have. */
public final class UnknownZone extends LedgerwayException {

  UnknownZone(String company, String zone) {
    super(
        "ZONE_UNKNOWN",
        "There is no time zone '" + zone + "'.",
        "Give one of the time zone database, such as Pacific/Auckland.");
    with("company", company);
  }
}
