package io.ledgerway.sandbox.expensify.company;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * An expense: its fields have the names that templates read them by (sources.md 1.4). Amounts are
 * whole cents of their own currency, positive for spend. Guarded by the {@link Company}.
 */
public final class Expense {

  private static final Set<String> FIELDS =
      Set.of(
          "transactionID",
          "externalID",
          "receiptID",
          "amount",
          "modifiedAmount",
          "convertedAmount",
          "currency",
          "currencyConversionRate",
          "created",
          "modifiedCreated",
          "inserted",
          "merchant",
          "modifiedMerchant",
          "category",
          "categoryPayrollCode",
          "tag",
          "billable",
          "reimbursable",
          "comment",
          "type",
          "details",
          "mcc",
          "hasTax",
          "taxAmount",
          "modifiedTaxAmount",
          "taxName",
          "taxRate",
          "taxRateName",
          "taxCode",
          "bank",
          "cardID",
          "cardNumber",
          "receiptFilename",
          "units",
          "isDistance",
          "attendees",
          "nameValuePairs");

  private final Map<String, Object> fields = new LinkedHashMap<>();

  public Expense(Map<String, ?> fields) {
    change(fields);
  }

  /**
   * @param changes a null takes the field away
   * @throws IllegalArgumentException when a field is not known, or an amount is no whole number
   */
  public void change(Map<String, ?> changes) {
    changes.forEach(
        (name, value) -> {
          if (!FIELDS.contains(name)) {
            throw new IllegalArgumentException("An expense has no field '" + name + "'");
          }
          if (value == null) {
            fields.remove(name);
          } else {
            fields.put(name, name.endsWith("mount") ? cents(name, value) : value);
          }
        });
  }

  private static long cents(String name, Object value) {
    if (value instanceof Integer || value instanceof Long) {
      return ((Number) value).longValue();
    }
    throw new IllegalArgumentException("'" + name + "' is a whole number of cents");
  }

  public String id() {
    return text("transactionID");
  }

  public Map<String, Object> fields() {
    return Collections.unmodifiableMap(fields);
  }

  public String text(String name) {
    Object value = fields.get(name);
    return value == null ? "" : value.toString();
  }

  /** Null when it is not there. */
  public Long cents(String name) {
    return (Long) fields.get(name);
  }

  /** What counts in its own currency: as corrected, else as read. */
  public long own() {
    Long modified = cents("modifiedAmount");
    Long read = cents("amount");
    return modified != null && modified != 0 ? modified : read == null ? 0 : read;
  }

  /** What counts in the report's currency. */
  public long counted() {
    Long converted = cents("convertedAmount");
    return converted != null ? converted : own();
  }
}
