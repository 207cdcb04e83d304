package io.ledgerway.preview;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerway.mapping.PostedDocuments.PostedDocument;
import io.ledgerway.mapping.Trace.Looked;
import io.ledgerway.reference.Account;
import io.ledgerway.reference.Contact;
import io.ledgerway.reference.Organisation;
import io.ledgerway.reference.TaxRate;
import io.ledgerway.reference.TrackingOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The books that a run looked into, as a case's file has them; without people's names. */
final class CaseBooks {

  private final ObjectNode books = JsonNodeFactory.instance.objectNode();
  private final Pseudonyms people;

  private CaseBooks(String company, Pseudonyms people) {
    this.people = people;
    books.put("company", company);
    books.putArray("currencies");
  }

  static ObjectNode of(String company, List<Looked> looked, Pseudonyms people) {
    CaseBooks made = new CaseBooks(company, people);
    looked.forEach(made::add);
    return made.books;
  }

  /** Texts by which was looked for. */
  static Set<String> keys(List<Looked> looked) {
    Set<String> keys = new TreeSet<>();
    for (Looked each : looked) {
      String key = each.key();
      keys.add(key);
      // What stands behind source and table, or behind a category.
      for (int slash = key.indexOf('/'); slash >= 0; slash = key.indexOf('/', slash + 1)) {
        keys.add(key.substring(slash + 1));
      }
    }
    return keys;
  }

  private void add(Looked one) {
    Object found = one.found();
    if (found instanceof Account account) {
      account(account);
    } else if (found instanceof TaxRate rate) {
      taxRate(rate);
    } else if (found instanceof TrackingOption option) {
      option(option);
    } else if (found instanceof Contact contact) {
      put("contacts", contact.id())
          .put("name", "Contact of " + people.email(contact.email()))
          .put("email", people.email(contact.email()));
      flag("contacts", contact.id(), "active", contact.active());
    } else if (found instanceof Organisation organisation) {
      organisation(organisation);
    } else if (found instanceof PostedDocument posted) {
      posted(one.key(), posted);
    } else {
      other(one);
    }
  }

  private void other(Looked one) {
    switch (one.part()) {
      case "choice" -> choice(one.key(), (String) one.found());
      case "currency" -> {
        if (one.found() != null) {
          books.withArray("currencies").add(one.key());
        }
      }
      case "account" -> gone("accounts", one.key());
      case "taxRate" -> gone("taxRates", one.key());
      case "trackingOption" -> gone("trackingOptions", one.key());
      default -> {}
    }
  }

  private void account(Account account) {
    ObjectNode node = put("accounts", account.id());
    text(node, "code", account.code());
    text(node, "name", account.isBank() ? "Bank account" : account.name());
    text(node, "type", account.type());
    text(node, "class", account.accountClass());
    text(node, "taxType", account.taxType());
    text(node, "currency", account.currency());
    text(node, "systemAccount", account.systemAccount());
    flag("accounts", account.id(), "active", account.active());
    flag("accounts", account.id(), "imported", account.imported());
  }

  private void taxRate(TaxRate rate) {
    ObjectNode node = put("taxRates", rate.taxType());
    text(node, "name", rate.name());
    node.put("rate", rate.effectiveRate());
    new TreeSet<>(rate.accountClasses()).forEach(node.putArray("classes")::add);
    flag("taxRates", rate.taxType(), "active", rate.active());
    flag("taxRates", rate.taxType(), "imported", rate.imported());
  }

  private void option(TrackingOption option) {
    ObjectNode node = put("trackingOptions", option.id());
    text(node, "name", option.name());
    text(node, "category", option.categoryId());
    text(node, "categoryName", option.categoryName());
    flag("trackingOptions", option.id(), "active", option.active());
    flag("trackingOptions", option.id(), "imported", option.imported());
  }

  private void organisation(Organisation organisation) {
    ObjectNode node = books.putObject("organisation");
    text(node, "id", organisation.id());
    text(node, "name", "Organisation");
    text(node, "baseCurrency", organisation.baseCurrency());
    text(node, "countryCode", organisation.countryCode());
    text(node, "shortCode", organisation.shortCode());
    node.put(
        "lockDate", organisation.lockDate() == null ? null : organisation.lockDate().toString());
  }

  private void posted(String key, PostedDocument posted) {
    int slash = key.indexOf('/');
    ObjectNode node =
        books
            .withObjectProperty("posted")
            .withObjectProperty(key.substring(0, slash))
            .putObject(key.substring(slash + 1));
    text(node, "kind", posted.kind());
    text(node, "resource", posted.resource());
    text(node, "xeroId", posted.xeroId());
    node.put("version", posted.version());
  }

  /** A setting has no value: its key is {@code source/name/}. */
  private void choice(String key, String chosen) {
    String[] parts = key.split("/", 3);
    ObjectNode names = books.withObjectProperty("chosen").withObjectProperty(parts[0]);
    if (parts[2].isEmpty()) {
      names.put(parts[1], chosen);
    } else {
      names.withObjectProperty(parts[1]).put(parts[2], chosen);
    }
  }

  private ObjectNode put(String part, String id) {
    return books.withObjectProperty(part).putObject(id);
  }

  /** Books of other cases may have one of that id. */
  private void gone(String part, String id) {
    ObjectNode all = books.withObjectProperty(part);
    if (!all.has(id)) {
      all.putNull(id);
    }
  }

  /** Said in any case: the books of all cases may say otherwise of a record of that id. */
  private void flag(String part, String id, String name, boolean is) {
    books.withObjectProperty(part).withObjectProperty(id).put(name, is);
  }

  private static void text(ObjectNode node, String name, String value) {
    if (value != null) {
      node.put(name, value);
    }
  }
}
