package io.ledgerway.document;

import java.math.BigDecimal;

/**
 * What came in, as far as the Xero document that is made of it is judged by it.
 *
 * @param mapping that makes the Xero document: {@code source/kind}
 * @param noun what people call it
 * @param currency ISO 4217; null when the source says none
 * @param total negative for a refund; null when the source says none
 */
public record SourceDocument(
    DocumentResource resource, String mapping, String noun, String currency, BigDecimal total) {}
