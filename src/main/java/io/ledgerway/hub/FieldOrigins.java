package io.ledgerway.hub;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.mapping.Trace;
import io.ledgerway.preview.Explained;
import io.ledgerway.preview.Explained.Field;
import io.ledgerway.reference.Account;
import io.ledgerway.reference.Contact;
import io.ledgerway.reference.TaxRate;
import io.ledgerway.reference.TrackingOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where each field of a document comes from, in words. */
final class FieldOrigins {

  private static final int MOST = 120;
  private static final int LONGEST = 80;
  private static final Pattern LINE =
      Pattern.compile("(?:LineItems|JournalLines)\\[(\\d+)]\\.(.+)");
  private static final Map<String, String> LABELS =
      Map.ofEntries(
          Map.entry("Type", "Kind"),
          Map.entry("Contact.ContactID", "Contact"),
          Map.entry("BankAccount.AccountID", "Bank account"),
          Map.entry("DueDate", "Due"),
          Map.entry("InvoiceNumber", "Number"),
          Map.entry("CreditNoteNumber", "Number"),
          Map.entry("PurchaseOrderNumber", "Number"),
          Map.entry("LineAmountTypes", "Amounts are"),
          Map.entry("CurrencyCode", "Currency"),
          Map.entry("UnitAmount", "amount"),
          Map.entry("AccountCode", "account"),
          Map.entry("AccountID", "account"),
          Map.entry("TaxType", "tax rate"));

  /**
   * Where one comes from.
   *
   * @param from what of the event it was read from, and what was looked up
   * @param place in the mapping, for engineers; null when no mapping made it
   */
  record Row(String field, String value, String from, String place) {}

  private FieldOrigins() {}

  static List<Row> of(Explained explained) {
    List<Row> rows = new ArrayList<>();
    for (Field field : explained.fields()) {
      if (rows.size() == MOST) {
        break;
      }
      rows.add(
          new Row(
              label(field.path()),
              cut(Objects.toString(field.value(), "")),
              from(field),
              field.at() == null ? null : field.at().mapping() + ", line " + field.at().line()));
    }
    return rows;
  }

  private static String label(String path) {
    Matcher line = LINE.matcher(path);
    if (line.matches()) {
      String name = line.group(2);
      String word =
          name.startsWith("Tracking") ? "tracking" : LABELS.getOrDefault(name, words(name));
      return "Line " + (Integer.parseInt(line.group(1)) + 1) + ", " + word;
    }
    return LABELS.getOrDefault(path, path);
  }

  private static String words(String name) {
    return name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(java.util.Locale.ROOT);
  }

  private static String from(Field field) {
    if (field.origin() == null) {
      return "Always so";
    }
    Set<String> parts = new LinkedHashSet<>();
    field.origin().calls().stream()
        .flatMap(call -> call.looked().stream())
        .map(FieldOrigins::looked)
        .filter(Objects::nonNull)
        .forEach(parts::add);
    field.origin().reads().stream()
        .filter(read -> !read.decides())
        .map(FieldOrigins::read)
        .forEach(parts::add);
    if (parts.isEmpty()) {
      field.origin().reads().stream().map(FieldOrigins::read).forEach(parts::add);
    }
    return parts.isEmpty() ? "Always so" : String.join(" · ", parts.stream().limit(4).toList());
  }

  private static String read(Trace.Read read) {
    Object value = read.value();
    boolean plain = value instanceof String || value instanceof Number || value instanceof JsonNode;
    return read.path() + (plain ? " “" + cut(value.toString()) + "”" : "");
  }

  private static String looked(Trace.Looked one) {
    Object found = one.found();
    if (found instanceof Account account) {
      return (account.isBank() ? "Bank account " : "Account ")
          + (account.code() == null ? "" : account.code() + " ")
          + account.name();
    }
    if (found instanceof TaxRate rate) {
      return "Tax rate " + rate.name();
    }
    if (found instanceof TrackingOption option) {
      return option.categoryName() + ": " + option.name();
    }
    if (found instanceof Contact contact) {
      return "Contact " + contact.name() + ", found by " + contact.email();
    }
    return null;
  }

  private static String cut(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }
}
