package io.ledgerway.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Good documents to start from; a test spoils the one thing that it is about. */
public final class Bodies {

  private Bodies() {}

  static Map<String, Object> spend(String contactId, String reference, String... amounts) {
    Map<String, Object> spend = new LinkedHashMap<>();
    spend.put("Type", "SPEND");
    spend.put("Contact", Map.of("ContactID", contactId));
    spend.put("BankAccount", Map.of("Code", "090"));
    spend.put("Date", "2026-03-04");
    spend.put("Reference", reference);
    spend.put("LineAmountTypes", "Inclusive");
    spend.put("LineItems", lines("429", amounts));
    return spend;
  }

  static Map<String, Object> bill(String contactId, String number, String... amounts) {
    Map<String, Object> bill = new LinkedHashMap<>();
    bill.put("Type", "ACCPAY");
    bill.put("Status", "AUTHORISED");
    bill.put("Contact", Map.of("ContactID", contactId));
    bill.put("Date", "2026-03-04");
    bill.put("DueDate", "2026-03-20");
    bill.put("InvoiceNumber", number);
    bill.put("LineAmountTypes", "Exclusive");
    bill.put("LineItems", lines("429", amounts));
    return bill;
  }

  static Map<String, Object> sale(String contactId, String number, String... amounts) {
    Map<String, Object> sale = bill(contactId, number, amounts);
    sale.put("Type", "ACCREC");
    sale.put("LineItems", lines("200", amounts));
    return sale;
  }

  /** Of a bill; with type ACCRECCREDIT of a sale. */
  static Map<String, Object> creditNote(String contactId, String type, String... amounts) {
    Map<String, Object> note = new LinkedHashMap<>();
    note.put("Type", type);
    note.put("Status", "AUTHORISED");
    note.put("Contact", Map.of("ContactID", contactId));
    note.put("Date", "2026-03-04");
    note.put("LineAmountTypes", "Exclusive");
    note.put("LineItems", lines(type.equals("ACCRECCREDIT") ? "200" : "429", amounts));
    return note;
  }

  static Map<String, Object> order(String contactId, String... amounts) {
    Map<String, Object> order = new LinkedHashMap<>();
    order.put("Contact", Map.of("ContactID", contactId));
    order.put("Date", "2026-03-04");
    order.put("LineItems", lines("429", amounts));
    return order;
  }

  /** Account and amount in turn; credits are negative. */
  static Map<String, Object> journal(String narration, String... accountsAndAmounts) {
    List<Map<String, Object>> lines = new ArrayList<>();
    for (int i = 0; i < accountsAndAmounts.length; i += 2) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("AccountCode", accountsAndAmounts[i]);
      line.put("LineAmount", new java.math.BigDecimal(accountsAndAmounts[i + 1]));
      lines.add(line);
    }
    Map<String, Object> journal = new LinkedHashMap<>();
    journal.put("Narration", narration);
    journal.put("Date", "2026-03-04");
    journal.put("Status", "POSTED");
    journal.put("JournalLines", lines);
    return journal;
  }

  static Map<String, Object> payment(String invoiceId, String amount) {
    Map<String, Object> payment = new LinkedHashMap<>();
    payment.put("Invoice", Map.of("InvoiceID", invoiceId));
    payment.put("Account", Map.of("Code", "090"));
    payment.put("Date", "2026-04-01");
    payment.put("Amount", new java.math.BigDecimal(amount));
    return payment;
  }

  /** The document with one property changed; a null takes it away. */
  static Map<String, Object> with(Map<String, Object> document, String property, Object value) {
    if (value == null) {
      document.remove(property);
    } else {
      document.put(property, value);
    }
    return document;
  }

  /** The document with one property of its first line changed. */
  static Map<String, Object> withLine(Map<String, Object> document, String property, Object value) {
    with(line(document, 0), property, value);
    return document;
  }

  static List<Map<String, Object>> lines(String account, String... amounts) {
    List<Map<String, Object>> lines = new ArrayList<>();
    for (String amount : amounts) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("Description", "Taxi");
      line.put("Quantity", 1);
      line.put("UnitAmount", new java.math.BigDecimal(amount));
      line.put("AccountCode", account);
      lines.add(line);
    }
    return lines;
  }

  static Map<String, Object> all(String plural, Object... elements) {
    return Map.of(plural, List.of(elements));
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> line(Map<String, Object> document, int index) {
    Object lines = document.getOrDefault("LineItems", document.get("JournalLines"));
    return ((List<Map<String, Object>>) lines).get(index);
  }
}
