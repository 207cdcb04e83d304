package io.ledgerway.fetch;

/**
 * A file that was fetched.
 *
 * @param content never empty
 * @param contentType as its server called it, in lower case and without parameters; may be null
 */
public record Fetched(byte[] content, String contentType) {}
