package io.ledgerway.sandbox.document;

import io.ledgerway.sandbox.http.XeroDates;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** A part of a credit note that is set off against an invoice. */
record Allocation(
    UUID id, UUID invoiceId, String invoiceNumber, BigDecimal amount, LocalDate date) {

  Map<String, Object> show() {
    Map<String, Object> invoice = new LinkedHashMap<>();
    invoice.put("InvoiceID", invoiceId);
    invoice.put("InvoiceNumber", invoiceNumber);
    invoice.put("HasErrors", false);
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("AllocationID", id);
    shown.put("Amount", amount);
    shown.put("Date", XeroDates.show(date));
    shown.put("Invoice", invoice);
    shown.put("IsDeleted", false);
    return shown;
  }
}
