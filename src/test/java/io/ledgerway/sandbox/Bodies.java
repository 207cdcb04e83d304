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
    return ((List<Map<String, Object>>) document.get("LineItems")).get(index);
  }
}
