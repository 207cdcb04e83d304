package io.ledgerway.reference;

import java.util.Set;

/**
 * What a company has chosen. Immutable.
 *
 * @param isSetUp whether somebody has completed what is imported; until then nothing is exported
 * @param access whether Xero lets us into the company's organisation
 * @param sourcesOff the names of the sources that it has switched off
 */
public record Settings(boolean isSetUp, Access access, Set<String> sourcesOff) {

  /** How the company's connection stands. */
  public enum Access {
    OPEN,
    /** Xero no longer lets us in. */
    EXPIRED,
    /** Switched off here. */
    DISABLED
  }
}
