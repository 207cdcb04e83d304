package io.ledgerway.intake;

/**
 * A record that was not accepted, and why.
 *
 * @param company the company it names, if it could be read
 * @param sourceId the source's id of the document, if it could be read
 * @param waitsFor the key whose change lets it go in again by itself, such as {@code
 *     mapping:source/ledger-entry}; null when its sender must mend it
 * @param route that refused it; null when it was refused when it was to be entered
 */
record Refusal(
    IncomingRecord record,
    String company,
    String sourceId,
    String code,
    String message,
    String action,
    String waitsFor,
    String route) {

  /** Of what was refused when it was to be entered. */
  Refusal(
      IncomingRecord record,
      String company,
      String sourceId,
      String code,
      String message,
      String action,
      String waitsFor) {
    this(record, company, sourceId, code, message, action, waitsFor, null);
  }

  /** The database refuses what the record, or the mapping over it, makes: it alone, for good. */
  static Refusal notStorable(
      IncomingRecord record, String company, String sourceId, String said, String waitsFor) {
    return new Refusal(
        record,
        company,
        sourceId,
        "NOT_STORABLE",
        "The database refuses it: " + said,
        "Correct what it names, or the mapping that makes it.",
        waitsFor);
  }
}
