package io.ledgerway.sandbox.document;

import io.ledgerway.sandbox.http.XeroDates;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A part of a credit note that is set off against an invoice. */
record Allocation(
    UUID id, UUID invoiceId, String invoiceNumber, BigDecimal amount, LocalDate date) {

  private static final List<String> NOTHING =
      List.of(
          "Payments",
          "CreditNotes",
          "Prepayments",
          "Overpayments",
          "InvoiceAddresses",
          "InvoicePaymentServices",
          "LineItems");

  Map<String, Object> show() {
    Map<String, Object> invoice = new LinkedHashMap<>();
    invoice.put("InvoiceID", invoiceId);
    invoice.put("InvoiceNumber", invoiceNumber);
    NOTHING.forEach(name -> invoice.put(name, List.of()));
    invoice.put("IsDiscounted", false);
    invoice.put("HasErrors", false);
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("AllocationID", id);
    shown.put("Amount", amount);
    shown.put("Date", XeroDates.show(date));
    shown.put("Invoice", invoice);
    return shown;
  }
}
