package io.ledgerway.hub;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What a document is called, where it is named among others.
 *
 * @param waitsFor keys of what would release it
 */
record NamedDocument(
    UUID id,
    String kind,
    String merchant,
    LocalDate date,
    String employee,
    String currency,
    BigDecimal total,
    List<String> waitsFor) {}
