package io.ledgerway.sandbox.books;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.sandbox.http.Input;
import io.ledgerway.sandbox.http.XeroDates;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How Xero shows a contact: whole, reduced in unpaged lists, or as a part of a document. */
public final class ContactView {

  private static final List<String> ADDRESSES = List.of("POBOX", "STREET");
  private static final List<String> NOTHING_IN_PAGES =
      List.of("Addresses", "Phones", "ContactGroups", "ContactPersons");
  private static final List<String> PHONES = List.of("DDI", "DEFAULT", "FAX", "MOBILE");

  private ContactView() {}

  /** As answered to a write. */
  static Map<String, Object> written(Organisation books, Contact contact) {
    Map<String, Object> shown = whole(books, contact);
    categories(shown);
    return shown;
  }

  /** In a list without pages: whole, but for where it was merged to (xero-api.md 2.4, 7.3). */
  static Map<String, Object> inList(Organisation books, Contact contact) {
    Map<String, Object> shown = full(books, contact);
    shown.remove("MergedToContactID");
    return shown;
  }

  /** As read in a page. */
  static Map<String, Object> full(Organisation books, Contact contact) {
    Map<String, Object> shown = whole(books, contact);
    shown.put("HasAttachments", books.attachments().any(contact.id()));
    return shown;
  }

  /** One contact, asked for by its id: files are named as well. */
  static Map<String, Object> single(Organisation books, Contact contact) {
    Map<String, Object> shown = full(books, contact);
    shown.put("Attachments", books.attachments().shown("Contacts", contact.id()));
    return shown;
  }

  private static Map<String, Object> whole(Organisation books, Contact contact) {
    Map<String, Object> shown = reduced(books, contact);
    contact.more().forEach(shown::put);
    shown.put("Addresses", addresses(contact));
    shown.put("Phones", phones(contact));
    marks(contact, shown);
    shown.putIfAbsent("ContactPersons", List.of());
    return shown;
  }

  private static Map<String, Object> reduced(Organisation books, Contact contact) {
    Map<String, Object> shown = summary(contact);
    shown.put("ContactGroups", groups(books, contact));
    return shown;
  }

  /** With {@code summaryOnly}. */
  static Map<String, Object> summary(Contact contact) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("ContactID", contact.id());
    put(shown, "ContactNumber", contact.number());
    put(shown, "AccountNumber", contact.accountNumber());
    shown.put("ContactStatus", contact.status());
    shown.put("Name", contact.name());
    put(shown, "FirstName", contact.firstName());
    put(shown, "LastName", contact.lastName());
    shown.put("EmailAddress", contact.email() == null ? "" : contact.email());
    JsonNode bank = contact.more().get("BankAccountDetails");
    shown.put("BankAccountDetails", bank == null ? "" : bank.asText());
    shown.put("UpdatedDateUTC", XeroDates.show(contact.updated()));
    shown.put("HasValidationErrors", false);
    return shown;
  }

  private static List<Map<String, Object>> groups(Organisation books, Contact contact) {
    if (books.contactGroups().size() == 0) {
      return List.of();
    }
    return books.contactGroups().all().stream()
        .filter(group -> group.isActive() && group.contactIds().contains(contact.id()))
        .map(ContactGroup::show)
        .toList();
  }

  /** As a part of a document: id and name only where lists are summaries. */
  public static Map<String, Object> brief(Contact contact) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("ContactID", contact.id());
    shown.put("Name", contact.name());
    shown.put("HasValidationErrors", false);
    return shown;
  }

  /** As a part of the document that a payment pays. */
  public static Map<String, Object> inPayment(Contact contact) {
    Map<String, Object> shown = brief(contact);
    shown.put("ContactPersons", List.of());
    return shown;
  }

  /** As a part of a document that is refused for its contact. */
  public static Map<String, Object> refused(Organisation books, Input sent, String error) {
    Contact wanted = Contact.blank(UUID.randomUUID()).with(sent, books.now());
    Map<String, Object> shown = inInvoice(books, wanted);
    shown.put("HasValidationErrors", true);
    shown.put("ValidationErrors", List.of(Map.of("Message", error)));
    return shown;
  }

  /** As a part of a document in a page: id, name, and lists that say nothing. */
  public static Map<String, Object> inPage(Contact contact) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("ContactID", contact.id());
    shown.put("Name", contact.name());
    NOTHING_IN_PAGES.forEach(name -> shown.put(name, List.of()));
    shown.put("HasValidationErrors", false);
    return shown;
  }

  /** As a part of an order: only addresses and phones that are filled. */
  public static Map<String, Object> inOrder(Organisation books, Contact contact, boolean paged) {
    Map<String, Object> shown = reduced(books, contact);
    shown.put("Addresses", given(contact, "Addresses"));
    shown.put("Phones", given(contact, "Phones"));
    shown.put("ContactPersons", List.of());
    JsonNode currency = contact.more().get("DefaultCurrency");
    shown.put("DefaultCurrency", currency == null ? books.baseCurrency() : currency);
    if (paged) {
      shown.remove("EmailAddress");
      shown.remove("BankAccountDetails");
    } else {
      marks(contact, shown);
      categories(shown);
    }
    return shown;
  }

  private static Object given(Contact contact, String name) {
    JsonNode value = contact.more().get(name);
    return value == null ? List.of() : value;
  }

  private static void marks(Contact contact, Map<String, Object> shown) {
    shown.put("IsSupplier", contact.supplier());
    shown.put("IsCustomer", contact.customer());
  }

  private static void categories(Map<String, Object> shown) {
    shown.put("SalesTrackingCategories", List.of());
    shown.put("PurchasesTrackingCategories", List.of());
  }

  /** As a part of a document that is shown whole. */
  public static Map<String, Object> inDocument(Organisation books, Contact contact) {
    Map<String, Object> shown = reduced(books, contact);
    shown.put("Addresses", addresses(contact));
    shown.put("Phones", phones(contact));
    shown.put("ContactPersons", List.of());
    return shown;
  }

  /** As a part of an invoice or bill, which has marked the contact (xero-api.md 6.1). */
  public static Map<String, Object> inInvoice(Organisation books, Contact contact) {
    Map<String, Object> shown = inDocument(books, contact);
    marks(contact, shown);
    categories(shown);
    return shown;
  }

  private static void put(Map<String, Object> shown, String name, String value) {
    if (value != null) {
      shown.put(name, value);
    }
  }

  private static List<Object> addresses(Contact contact) {
    return filled(contact.more().get("Addresses"), "AddressType", ADDRESSES, ADDRESS);
  }

  private static List<Object> phones(Contact contact) {
    return filled(contact.more().get("Phones"), "PhoneType", PHONES, PHONE);
  }

  private static final List<String> ADDRESS = List.of("City", "Region", "PostalCode", "Country");
  private static final List<String> PHONE =
      List.of("PhoneNumber", "PhoneAreaCode", "PhoneCountryCode");

  /** Recorded answers always hold every kind, with empty strings where nothing is known. */
  private static List<Object> filled(
      JsonNode given, String type, List<String> types, List<String> parts) {
    List<Object> all = new ArrayList<>(types.size());
    for (String wanted : types) {
      Object found = null;
      if (given != null) {
        for (JsonNode one : given) {
          found = wanted.equals(one.path(type).asText()) ? one : found;
        }
      }
      if (found == null) {
        Map<String, Object> empty = new LinkedHashMap<>();
        empty.put(type, wanted);
        parts.forEach(part -> empty.put(part, ""));
        found = empty;
      }
      all.add(found);
    }
    return all;
  }
}
