package io.ledgerway.receipt;

/**
 * What a source says of a receipt.
 *
 * @param id the source's own
 * @param supporting whether it is no receipt, but something that supports it
 * @param fileName as people know it; may be null
 * @param url where the source gives it
 */
public record NamedReceipt(String id, boolean supporting, String fileName, String url) {}
