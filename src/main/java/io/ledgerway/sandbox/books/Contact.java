package io.ledgerway.sandbox.books;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
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

  /** Archived, and pointing to the contact that it was merged into (xero-api.md 2.4). */
  Contact mergedInto(UUID other, long now) {
    Map<String, JsonNode> rest = new LinkedHashMap<>(more);
    rest.put("MergedToContactID", TextNode.valueOf(other.toString()));
    return with("ARCHIVED", rest, now);
  }

  Contact changed(long now) {
    return with(status, more, now);
  }

  /** Sent inside a document with more than its id, a contact loses them (xero-api.md 4.6). */
  public Contact withoutPersons() {
    Map<String, JsonNode> rest = new LinkedHashMap<>(more);
    rest.remove("ContactPersons");
    return with(status, rest, updated);
  }

  private Contact with(String newStatus, Map<String, JsonNode> rest, long now) {
    return new Contact(
        id,
        number,
        accountNumber,
        newStatus,
        name,
        firstName,
        lastName,
        email,
        supplier,
        customer,
        rest,
        now);
  }

  public boolean isActive() {
    return "ACTIVE".equals(status);
  }

  String companyNumber() {
    JsonNode value = more.get("CompanyNumber");
    return value == null ? null : value.asText();
  }

  String taxNumber() {
    JsonNode value = more.get("TaxNumber");
    return value == null ? null : value.asText();
  }
}
