package io.ledgerway.intake;

/**
 * A company as a source knows it.
 *
 * @param id the source's own of the company
 */
record SourceAccount(String source, String id) {}
