package io.ledgerway.intake;

/**
 * A record that was not accepted, and why.
 *
 * @param company the company it names, if it could be read
 * @param sourceId the source's id of the document, if it could be read
 */
record Refusal(
    IncomingRecord record,
    String company,
    String sourceId,
    String code,
    String message,
    String action) {}
