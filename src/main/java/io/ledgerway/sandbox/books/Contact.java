package io.ledgerway.sandbox.books;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.sandbox.http.Input;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A contact, xero-api.md 4.4.
 *
 * @param more properties that are kept as they came
 */
public record Contact(
    UUID id,
    String number,
    String accountNumber,
    String status,
    String name,
    String firstName,
    String lastName,
    String email,
    boolean supplier,
    boolean customer,
    Map<String, JsonNode> more,
    long updated)
    implements Kept {

  static final List<String> STATUSES = List.of("ACTIVE", "ARCHIVED", "GDPRREQUEST");

  private static final List<String> KEPT =
      List.of(
          "CompanyNumber",
          "TaxNumber",
          "BankAccountDetails",
          "SkypeUserName",
          "AccountsReceivableTaxType",
          "AccountsPayableTaxType",
          "SalesDefaultAccountCode",
          "PurchasesDefaultAccountCode",
          "DefaultCurrency",
          "PaymentTerms",
          "Website",
          "Discount",
          "ContactPersons",
          "Addresses",
          "Phones");

  static Contact blank(UUID id) {
    return new Contact(id, null, null, "ACTIVE", null, null, null, "", false, false, Map.of(), 0);
  }

  /** This contact with what the input names changed; a list in the input replaces the old one. */
  public Contact with(Input in, long now) {
    Map<String, JsonNode> merged = new LinkedHashMap<>(more);
    for (String property : KEPT) {
      JsonNode value = in.raw(property);
      if (value != null) {
        merged.put(property, value);
      }
    }
    return new Contact(
        id,
        in.text("ContactNumber", number),
        in.text("AccountNumber", accountNumber),
        in.choice("ContactStatus", STATUSES, "ContactStatus", status),
        in.text("Name", name),
        in.text("FirstName", firstName),
        in.text("LastName", lastName),
        in.text("EmailAddress", email),
        supplier,
        customer,
        merged.isEmpty() ? Map.of() : merged,
        now);
  }

  /** A first bill or sales invoice marks the contact, without moving its change date. */
  public Contact marked(boolean asSupplier, boolean asCustomer) {
    return new Contact(
        id,
        number,
        accountNumber,
        status,
        name,
        firstName,
        lastName,
        email,
        supplier || asSupplier,
        customer || asCustomer,
        more,
        updated);
  }

  public boolean isActive() {
    return "ACTIVE".equals(status);
  }

  String companyNumber() {
    JsonNode value = more.get("CompanyNumber");
    return value == null ? null : value.asText();
  }
}
