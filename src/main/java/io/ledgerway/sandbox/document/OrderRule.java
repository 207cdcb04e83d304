package io.ledgerway.sandbox.document;

import io.ledgerway.sandbox.http.Call;
import io.ledgerway.sandbox.http.Input;
import io.ledgerway.sandbox.http.Refusal;
import io.ledgerway.sandbox.http.XeroDates;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What only purchase orders have, xero-api.md 4.7. */
final class OrderRule {

  private static final List<String> TEXTS =
      List.of("DeliveryAddress", "AttentionTo", "Telephone", "DeliveryInstructions");
  private static final int LONGEST_INSTRUCTIONS = 500;

  private OrderRule() {}

  static void read(Document document, Input in, Findings findings) {
    Map<String, String> more = new LinkedHashMap<>(document.more);
    for (String name : TEXTS) {
      if (in.has(name)) {
        more.put(name, in.text(name));
      }
    }
    document.more = more;
    if (more.getOrDefault("DeliveryInstructions", "").length() > LONGEST_INSTRUCTIONS) {
      findings.error("DeliveryInstructions is too long. Maximum of 500 characters allowed");
    }
    document.dueDate = in.date("DeliveryDate", document.dueDate);
    document.expectedDate = in.date("ExpectedArrivalDate", document.expectedDate);
    boolean approved = document.status.equals("AUTHORISED") || document.status.equals("BILLED");
    if (in.has("SentToContact") && !approved) {
      document.sentToContact = false;
      findings.warning(
          "Only AUTHORISED and BILLED purchase orders may have SentToContact updated.");
    }
  }

  static void show(Document document, View view, Map<String, Object> shown) {
    shown.put("PurchaseOrderNumber", document.number);
    DocumentView.put(shown, "Reference", document.reference);
    DocumentView.put(shown, "DeliveryDateString", XeroDates.string(document.dueDate));
    DocumentView.put(shown, "DeliveryDate", XeroDates.show(document.dueDate));
    DocumentView.put(shown, "ExpectedArrivalDateString", XeroDates.string(document.expectedDate));
    DocumentView.put(shown, "ExpectedArrivalDate", XeroDates.show(document.expectedDate));
    shown.putAll(document.more);
    if (view != View.PAGE) {
      shown.put("SentToContact", document.sentToContact);
    }
    BigDecimal discount = DiscountRule.total(document);
    if (discount != null || view.isWrite()) {
      shown.put("TotalDiscount", discount == null ? Money.cents(BigDecimal.ZERO) : discount);
    }
    shown.put("IsDiscounted", discount != null);
  }

  /** By {@code Status}, {@code DateFrom} and {@code DateTo}; orders know no {@code where}. */
  static List<Document> chosen(Call call, List<Document> all) {
    if (call.param("where") != null) {
      throw Refusal.badRequest("The where parameter is not supported on purchase orders");
    }
    String status = call.param("Status");
    LocalDate from = date(call.param("DateFrom"));
    LocalDate to = date(call.param("DateTo"));
    return all.stream()
        .filter(order -> status == null || status.equalsIgnoreCase(order.status))
        .filter(order -> from == null || !order.date.isBefore(from))
        .filter(order -> to == null || !order.date.isAfter(to))
        .toList();
  }

  private static LocalDate date(String text) {
    try {
      return text == null || text.isBlank() ? null : XeroDates.parseDate(text);
    } catch (DateTimeException e) {
      throw Refusal.badRequest("'" + text + "' is not a date");
    }
  }
}
