package io.ledgerway.sandbox.books;

import io.ledgerway.sandbox.http.Answer;
import io.ledgerway.sandbox.http.Batch;
import io.ledgerway.sandbox.http.Call;
import io.ledgerway.sandbox.http.Endpoint;
import io.ledgerway.sandbox.http.Envelope;
import io.ledgerway.sandbox.http.Ids;
import io.ledgerway.sandbox.http.Input;
import io.ledgerway.sandbox.http.Refusal;
import io.ledgerway.sandbox.query.Fields;
import io.ledgerway.sandbox.query.Listing;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** {@code /Contacts}, xero-api.md 4.4. */
@Component
class ContactsEndpoint implements Endpoint {

  private static final List<String> ADDRESSES = List.of("POBOX", "STREET", "DELIVERY");
  private static final List<String> PHONES = List.of("DEFAULT", "DDI", "MOBILE", "FAX", "OFFICE");
  private static final Fields<Contact> FIELDS =
      new Fields<Contact>("Contact")
          .with("ContactID", Contact::id)
          .with("ContactNumber", Contact::number)
          .with("AccountNumber", Contact::accountNumber)
          .with("ContactStatus", Contact::status)
          .with("Name", Contact::name)
          .with("FirstName", Contact::firstName)
          .with("LastName", Contact::lastName)
          .with("EmailAddress", Contact::email)
          .with("IsSupplier", Contact::supplier)
          .with("IsCustomer", Contact::customer)
          .with("UpdatedDateUTC", contact -> Instant.ofEpochMilli(contact.updated()));

  @Override
  public String name() {
    return "Contacts";
  }

  @Override
  public String scope() {
    return "accounting.contacts";
  }

  @Override
  public Kept find(Organisation books, UUID id) {
    return books.contacts().get(id);
  }

  @Override
  public Answer handle(Call call) {
    List<String> path = call.path();
    Organisation books = call.organisation();
    if (path.isEmpty() && call.isGet()) {
      return list(call);
    }
    if (path.size() > 1) {
      throw Refusal.notFound();
    }
    Contact named = path.isEmpty() ? null : byIdOrNumber(books, path.get(0));
    if (!path.isEmpty() && named == null) {
      throw Refusal.notFound();
    }
    if (call.isGet()) {
      return Envelope.of(call, name(), List.of(ContactView.single(books, named)), books.now());
    }
    if (call.isPost() || (call.isPut() && path.isEmpty())) {
      ContactWriter writer = new ContactWriter(books, call.isPut(), named);
      return Batch.write(call, name(), books.now(), ContactsEndpoint::shape, writer::write);
    }
    throw Refusal.notImplemented();
  }

  private Answer list(Call call) {
    Organisation books = call.organisation();
    boolean summary = call.flag("summaryOnly");
    List<Contact> chosen = books.contacts().all();
    List<UUID> ids = Ids.list(call.param("IDs"));
    boolean archived = call.flag("includeArchived") || ids != null;
    Set<UUID> wanted = ids == null ? null : new HashSet<>(ids);
    String term = call.param("searchTerm");
    chosen =
        chosen.stream()
            .filter(contact -> archived || !contact.status().equals("ARCHIVED"))
            .filter(contact -> wanted == null || wanted.contains(contact.id()))
            .filter(contact -> term == null || matches(contact, term))
            .toList();
    Listing<Contact> found = Listing.of(call, chosen, FIELDS, true, true, summary);
    Function<Contact, Map<String, Object>> view =
        contact ->
            summary
                ? ContactView.summary(contact)
                : found.pagination() == null
                    ? ContactView.inList(books, contact)
                    : ContactView.full(books, contact);
    return Envelope.of(
        call, name(), found.records().stream().map(view).toList(), books.now(), found.pagination());
  }

  private static void shape(Input in) {
    Contact.blank(Ids.ZERO).with(in, 0);
    kinds(in.list("Addresses"), "AddressType", ADDRESSES);
    kinds(in.list("Phones"), "PhoneType", PHONES);
    in.list("ContactPersons");
  }

  private static void kinds(List<Input> parts, String name, List<String> allowed) {
    if (parts != null) {
      parts.forEach(part -> part.choice(name, allowed, name, null));
    }
  }

  private static boolean matches(Contact contact, String term) {
    return java.util.stream.Stream.of(
            contact.name(),
            contact.firstName(),
            contact.lastName(),
            contact.number(),
            contact.companyNumber(),
            contact.email())
        .anyMatch(text -> text != null && text.toLowerCase().contains(term.toLowerCase()));
  }

  private static Contact byIdOrNumber(Organisation books, String text) {
    UUID id = Ids.orNull(text);
    if (id != null) {
      return books.contacts().get(id);
    }
    return ContactWriter.byNumber(books, text);
  }
}
