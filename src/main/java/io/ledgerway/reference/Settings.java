package io.ledgerway.reference;

/**
 * What a company has chosen. Immutable.
 *
 * @param transferAccountId AccountID of the bank account that travel posts to; null when not chosen
 * @param isSetUp whether somebody has completed what is imported; until then nothing is exported
 * @param access whether Xero lets us into the company's organisation
 */
public record Settings(
    ExportMode exportMode,
    MixedSigns mixedSigns,
    String transferAccountId,
    boolean isSetUp,
    Access access) {

  /** How the company's connection stands. */
  public enum Access {
    OPEN,
    /** Xero no longer lets us in. */
    EXPIRED,
    /** Switched off here. */
    DISABLED
  }

  /** When documents go out. */
  public enum ExportMode {
    /** As they come. */
    REAL_TIME,
    /** Only when someone asks. */
    MANUAL
  }

  /** What becomes of an expense whose lines differ in sign. */
  public enum MixedSigns {
    /** It waits for a decision. */
    HOLD,
    /** It posts as one document of its net total, with some lines negative. */
    NET
  }
}
