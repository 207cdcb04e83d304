package io.ledgerway.sandbox.books;

import io.ledgerway.sandbox.SandboxClock;
import io.ledgerway.sandbox.document.Document;
import io.ledgerway.sandbox.document.DocumentKind;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One organisation and all its books. Reads may come at any time; whoever writes holds the lock of
 * this object, so that checks and changes are one.
 */
public final class Organisation {

  private final UUID tenantId;
  private final String name;
  private final Country country;
  private final String baseCurrency;
  private final SandboxClock clock;
  private final Events events;
  private final long created;
  private long lastChange;

  private final Shelf<Account> accounts = new Shelf<>(Account::code);
  private final Shelf<TaxRate> taxRates = new Shelf<>(TaxRate::taxType);
  private final Shelf<TrackingCategory> tracking = new Shelf<>(TrackingCategory::name);
  private final Shelf<Currency> currencies = new Shelf<>(Currency::code);
  private final Shelf<User> users = new Shelf<>(User::email);
  private final Shelf<Contact> contacts =
      new Shelf<>(contact -> contact.isActive() ? contact.name() : null);
  private final Map<DocumentKind, Shelf<Document>> documents = new EnumMap<>(DocumentKind.class);
  private final Shelf<ContactGroup> contactGroups =
      new Shelf<>(group -> group.isActive() ? group.name() : null);
  private final Shelf<Item> items = new Shelf<>(Item::code);
  private final Shelf<Payment> payments = new Shelf<>();
  private final Shelf<BatchPayment> batchPayments = new Shelf<>();
  private final Attachments attachments = new Attachments();
  private final Notes notes = new Notes();
  private final AtomicInteger numbers = new AtomicInteger();

  private volatile LocalDate periodLockDate;
  private volatile LocalDate endOfYearLockDate;
  private volatile boolean disconnected;
  private volatile boolean offline;
  private volatile Plan plan = Plan.PREMIUM;
  private volatile Set<Doubt> otherwise = Set.of();

  Organisation(
      UUID tenantId,
      String name,
      Country country,
      String baseCurrency,
      SandboxClock clock,
      Events events) {
    this.events = events;
    this.tenantId = tenantId;
    this.name = name;
    this.country = country;
    this.baseCurrency = baseCurrency;
    this.clock = clock;
    this.created = clock.millis();
    for (DocumentKind kind : DocumentKind.values()) {
      documents.put(kind, new Shelf<>(Document::uniqueNumber));
    }
  }

  /** These books as they are now, apart from what happens to them from now on. */
  synchronized Organisation copy() {
    Organisation copy = new Organisation(tenantId, name, country, baseCurrency, clock, events);
    copy.accounts.copyFrom(accounts);
    copy.taxRates.copyFrom(taxRates);
    copy.tracking.copyFrom(tracking);
    copy.currencies.copyFrom(currencies);
    copy.users.copyFrom(users);
    copy.contacts.copyFrom(contacts);
    copy.contactGroups.copyFrom(contactGroups);
    copy.items.copyFrom(items);
    copy.payments.copyFrom(payments);
    copy.batchPayments.copyFrom(batchPayments);
    documents.forEach((kind, shelf) -> copy.documents.get(kind).copyFrom(shelf));
    copy.attachments.copyFrom(attachments);
    copy.notes.copyFrom(notes);
    copy.numbers.set(numbers.get());
    copy.lastChange = lastChange;
    copy.periodLockDate = periodLockDate;
    copy.endOfYearLockDate = endOfYearLockDate;
    copy.disconnected = disconnected;
    copy.offline = offline;
    copy.plan = plan;
    copy.otherwise = otherwise;
    return copy;
  }

  /** Tells subscribers of webhooks. */
  public void tell(String category, boolean created, UUID recordId) {
    Document note = documents.get(DocumentKind.CREDIT_NOTE).get(recordId);
    Map<String, String> data =
        note == null ? null : Map.of("Type", note.type(), "Status", note.status());
    events.tell(new Events.Event(tenantId, category, created, recordId, clock.millis(), data));
  }

  /** The same id for the same name, in every run. */
  UUID idOf(String kind, String key) {
    return UUID.nameUUIDFromBytes(
        (tenantId + "/" + kind + "/" + key).getBytes(StandardCharsets.UTF_8));
  }

  /** Now, but never before a change that was made already. Callers hold the lock. */
  public synchronized long change() {
    lastChange = Math.max(lastChange, clock.millis());
    return lastChange;
  }

  public long now() {
    return clock.millis();
  }

  /** Today where the organisation is. */
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), country.zone);
  }

  public Shelf<Account> accounts() {
    return accounts;
  }

  public Shelf<TaxRate> taxRates() {
    return taxRates;
  }

  public Shelf<TrackingCategory> tracking() {
    return tracking;
  }

  public Shelf<Contact> contacts() {
    return contacts;
  }

  Shelf<ContactGroup> contactGroups() {
    return contactGroups;
  }

  public Shelf<Item> items() {
    return items;
  }

  public Shelf<Payment> payments() {
    return payments;
  }

  public Shelf<BatchPayment> batchPayments() {
    return batchPayments;
  }

  public Attachments attachments() {
    return attachments;
  }

  public Notes notes() {
    return notes;
  }

  Shelf<Currency> currencies() {
    return currencies;
  }

  public Shelf<User> users() {
    return users;
  }

  public Shelf<Document> documents(DocumentKind kind) {
    return documents.get(kind);
  }

  public int nextNumber() {
    return numbers.incrementAndGet();
  }

  public boolean hasCurrency(String code) {
    return currencies.find(code) != null;
  }

  public UUID tenantId() {
    return tenantId;
  }

  public String name() {
    return name;
  }

  public Country country() {
    return country;
  }

  public String baseCurrency() {
    return baseCurrency;
  }

  public String noTax() {
    return country.noTax;
  }

  public long created() {
    return created;
  }

  public LocalDate periodLockDate() {
    return periodLockDate;
  }

  public void periodLockDate(LocalDate date) {
    periodLockDate = date;
  }

  public LocalDate endOfYearLockDate() {
    return endOfYearLockDate;
  }

  public void endOfYearLockDate(LocalDate date) {
    endOfYearLockDate = date;
  }

  /** A user has cut the connection inside Xero: tokens still refresh, every call answers 403. */
  public boolean disconnected() {
    return disconnected;
  }

  public void disconnected(boolean yes) {
    disconnected = yes;
  }

  public Plan plan() {
    return plan;
  }

  public void plan(Plan chosen) {
    plan = chosen;
  }

  /** Whether a question that nobody can answer for certain is answered the other way here. */
  public boolean is(Doubt doubt) {
    return otherwise.contains(doubt);
  }

  public Set<Doubt> otherwise() {
    return otherwise;
  }

  public void otherwise(Collection<Doubt> doubts) {
    otherwise = Set.copyOf(doubts);
  }

  public boolean offline() {
    return offline;
  }

  public void offline(boolean yes) {
    offline = yes;
  }
}
