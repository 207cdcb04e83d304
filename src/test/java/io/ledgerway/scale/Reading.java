package io.ledgerway.scale;

/**
 * What a statement did.
 *
 * @param returned rows that it returned or wrote
 * @param read rows of tables that it looked at, also in its functions and triggers
 * @param buffers pages of 8 kB that it looked at
 */
record Reading(
    String title, Statement statement, long returned, long read, long buffers, double millis) {

  /** What every statement may read: settings, leases, the fifty documents of a call. */
  private static final int A_FEW = 250;

  private static final int FEW_PAGES = 150;

  /** Ten times what it returns is joins and looks that find nothing; more is a search. */
  boolean isTooMuch() {
    return read > 10 * returned * statement.each() + A_FEW;
  }

  /** Nothing, why it reads more than it should, or that nobody knows why. */
  String remark() {
    if (!isTooMuch()) {
      return "";
    }
    if (statement.because() != null) {
      return statement.because();
    }
    return buffers < FEW_PAGES ? "Small tables are read whole." : "**too much**";
  }

  @Override
  public String toString() {
    return "%s returned %d rows, read %d, %d pages, %.1f ms"
        .formatted(title, returned, read, buffers, millis);
  }
}
