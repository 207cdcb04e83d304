package io.ledgerway.document;

import static io.ledgerway.document.ResourceFacts.Trait.BASE_CURRENCY_ONLY;
import static io.ledgerway.document.ResourceFacts.Trait.DATED;
import static io.ledgerway.document.ResourceFacts.Trait.IN_THE_BOOKS;
import static io.ledgerway.document.ResourceFacts.Trait.LINES_SUM_TO_ZERO;
import static io.ledgerway.document.ResourceFacts.Trait.LISTED_BY_IDS;
import static io.ledgerway.document.ResourceFacts.Trait.NEEDS_CONTACT;
import static io.ledgerway.document.ResourceFacts.Trait.READ_ONE_BY_ONE;
import static io.ledgerway.document.ResourceFacts.Trait.TOTAL_ABOVE_ZERO;
import static io.ledgerway.document.ResourceFacts.Trait.UNDONE_ONE_BY_ONE;

import io.ledgerway.document.ResourceFacts.Marker;
import io.ledgerway.document.ResourceFacts.Number;
import io.ledgerway.document.ResourceFacts.Status;
import io.ledgerway.document.ResourceFacts.Trait;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Xero documents that are created, changed and undone, with all that differs between them. One
 * more is one more constant here for each of these, their rows in {@code posting_resource}, and
 * their tests. Sources: xero-api.md 4.4 to 4.10, and sources.md 4.3 for the markers.
 */
public enum DocumentResource {
  BankTransactions(
      ResourceFacts.of(
              "BankTransactionID",
              new Marker("Reference", 255, Number.NEVER),
              new Status("Status", Set.of("AUTHORISED"), "DELETED", "DELETED"))
          .lines("LineItems", 1)
          .types(
              "SPEND",
              "RECEIVE",
              "SPEND-OVERPAYMENT",
              "RECEIVE-OVERPAYMENT",
              "SPEND-PREPAYMENT",
              "RECEIVE-PREPAYMENT")
          .traits(DATED, NEEDS_CONTACT, TOTAL_ABOVE_ZERO, IN_THE_BOOKS)
          .needs(List.of("BankAccount.AccountID"))
          .readsBack(
              "Type",
              "Status",
              "Contact.ContactID",
              "Date",
              "LineAmountTypes",
              "CurrencyCode",
              "BankAccount.AccountID")),
  Invoices(
      ResourceFacts.of(
              "InvoiceID",
              new Marker("InvoiceNumber", 255, Number.OF_SALES),
              new Status("Status", Set.of("DRAFT", "SUBMITTED", "AUTHORISED"), "VOIDED", "DELETED"))
          .lines("LineItems", 1)
          .types("ACCPAY", "ACCREC")
          .traits(DATED, NEEDS_CONTACT, TOTAL_ABOVE_ZERO, IN_THE_BOOKS)
          .readsBack(
              "Type",
              "Status",
              "Contact.ContactID",
              "Date",
              "DueDate",
              "LineAmountTypes",
              "CurrencyCode")),
  CreditNotes(
      ResourceFacts.of(
              "CreditNoteID",
              new Marker("CreditNoteNumber", 255, Number.NEVER),
              new Status("Status", Set.of("DRAFT", "SUBMITTED", "AUTHORISED"), "VOIDED", "DELETED"))
          .lines("LineItems", 1)
          .types("ACCPAYCREDIT", "ACCRECCREDIT")
          .traits(DATED, NEEDS_CONTACT, TOTAL_ABOVE_ZERO, IN_THE_BOOKS)
          .readsBack(
              "Type", "Status", "Contact.ContactID", "Date", "LineAmountTypes", "CurrencyCode")),
  /**
   * Never a draft: of a draft Xero drops lines on accounts that it does not let journals use, with
   * a warning alone (xero-api.md 4.8).
   */
  ManualJournals(
      ResourceFacts.of(
              "ManualJournalID",
              new Marker("Narration", 255, Number.NEVER),
              new Status("Status", Set.of("POSTED"), "VOIDED", "DELETED"))
          .lines("JournalLines", 2)
          .traits(DATED, LINES_SUM_TO_ZERO, BASE_CURRENCY_ONLY, IN_THE_BOOKS)
          .readsBack("Status", "Date", "LineAmountTypes")),
  PurchaseOrders(
      ResourceFacts.of(
              "PurchaseOrderID",
              new Marker("PurchaseOrderNumber", 255, Number.ALWAYS),
              new Status(
                  "Status", Set.of("DRAFT", "SUBMITTED", "AUTHORISED"), "DELETED", "DELETED"))
          .lines("LineItems", 1)
          .traits(DATED, NEEDS_CONTACT, READ_ONE_BY_ONE)
          .readsBack(
              "PurchaseOrderNumber",
              "Status",
              "Contact.ContactID",
              "Date",
              "DeliveryDate",
              "LineAmountTypes",
              "CurrencyCode")),
  Payments(
      ResourceFacts.of(
              "PaymentID",
              new Marker("Reference", 255, Number.NEVER),
              new Status("Status", Set.of(), "DELETED", "DELETED"))
          .traits(DATED, IN_THE_BOOKS, UNDONE_ONE_BY_ONE)
          .needs(
              List.of("Invoice.InvoiceID", "CreditNote.CreditNoteID"),
              List.of("Account.AccountID", "Account.Code"))
          .readsBack(
              "Invoice.InvoiceID",
              "CreditNote.CreditNoteID",
              "Account.AccountID",
              "Account.Code",
              "Date",
              "Amount")),
  /** Undone by archiving: Xero deletes no contact. */
  Contacts(
      ResourceFacts.of(
              "ContactID",
              new Marker("ContactNumber", 50, Number.ALWAYS),
              new Status("ContactStatus", Set.of(), "ARCHIVED", "ARCHIVED"))
          .traits(LISTED_BY_IDS)
          .needs(List.of("Name"))
          .readsBack(
              "Name",
              "ContactNumber",
              "EmailAddress",
              "FirstName",
              "LastName",
              "AccountNumber",
              "CompanyNumber",
              "TaxNumber",
              "ContactStatus")),

  ChangeBankTransactions(BankTransactions, Action.CHANGE),
  ChangeInvoices(Invoices, Action.CHANGE),
  ChangeCreditNotes(CreditNotes, Action.CHANGE),
  ChangeManualJournals(ManualJournals, Action.CHANGE),
  ChangePurchaseOrders(PurchaseOrders, Action.CHANGE),
  /** There is none for payments: Xero lets nobody change one (xero-api.md 4.9). */
  ChangeContacts(Contacts, Action.CHANGE),

  UndoBankTransactions(BankTransactions, Action.UNDO),
  UndoInvoices(Invoices, Action.UNDO),
  UndoCreditNotes(CreditNotes, Action.UNDO),
  UndoManualJournals(ManualJournals, Action.UNDO),
  UndoPurchaseOrders(PurchaseOrders, Action.UNDO),
  UndoPayments(Payments, Action.UNDO),
  UndoContacts(Contacts, Action.UNDO);

  private enum Action {
    CREATE,
    CHANGE,
    UNDO
  }

  private static final Set<String> GONE = Set.of("DELETED", "VOIDED", "ARCHIVED");
  private static final Set<String> COUNTS = Set.of("AUTHORISED", "POSTED");
  private static final Pattern MARKER = Pattern.compile("LW-[0-9A-F]{16}-\\d{2}");
  private static final Pattern CODE = Pattern.compile("LW-[0-9A-F]{16}");
  private static final String NO_ID = "00000000-0000-0000-0000-000000000000";

  private final DocumentResource base;
  private final Action action;
  private final ResourceFacts facts;

  DocumentResource(ResourceFacts facts) {
    this.base = this;
    this.action = Action.CREATE;
    this.facts = facts;
  }

  DocumentResource(DocumentResource base, Action action) {
    this.base = base;
    this.action = action;
    this.facts = base.facts;
  }

  /** As Xero calls it. */
  public String endpoint() {
    return base.name();
  }

  /** Creates with PUT, changes with POST. */
  public String method() {
    return action == Action.CREATE ? "PUT" : "POST";
  }

  /** The resource that undoes what this one creates. */
  public DocumentResource undo() {
    return valueOf("Undo" + base.name());
  }

  /** Changes the status of what stands there, and nothing else is said. */
  public boolean undoes() {
    return action == Action.UNDO;
  }

  /** Says anew what stands there. */
  public boolean changes() {
    return action == Action.CHANGE;
  }

  /** Concerns what stands in Xero: it is found there by its id. */
  public boolean knowsId() {
    return action != Action.CREATE;
  }

  /** Whether every call is for one document, whose id is in its address. */
  public boolean addressedById() {
    return undoes() && has(Trait.UNDONE_ONE_BY_ONE);
  }

  /** Whether a call of Xero's lists several that are looked for. */
  public boolean isReadOneByOne() {
    return has(Trait.READ_ONE_BY_ONE);
  }

  /** Whether those that are looked for by id are named in {@code IDs}. */
  public boolean isListedByIds() {
    return has(Trait.LISTED_BY_IDS);
  }

  /** Whether people may edit what holds the marker, and Xero would then take it a second time. */
  public boolean mayLoseItsMarker() {
    return !knowsId() && isDated() && facts.marker().number() != Number.ALWAYS;
  }

  /** Whether it has a day, by which it can be looked for. */
  public boolean isDated() {
    return has(Trait.DATED);
  }

  /** Whether what it says can be counted in money. */
  public boolean hasAmount() {
    return base != Contacts;
  }

  /** Whether Xero keeps it out of a locked period. */
  public boolean isInTheBooks() {
    return has(Trait.IN_THE_BOOKS);
  }

  /**
   * What undoes a document that was created with that status: what counts in the books is voided, a
   * bank transaction and what does not count yet is deleted (xero-api.md 4.5 to 4.10).
   */
  public Map<String, Object> undoing(String id, String status) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put(facts.idField(), id);
    document.put(
        facts.status().field(),
        COUNTS.contains(String.valueOf(status))
            ? facts.status().undone()
            : facts.status().dropped());
    return document;
  }

  /** Its id, first of all, and what it is to say from now on. */
  public Map<String, Object> changing(String id, Map<String, Object> document) {
    Map<String, Object> changed = new LinkedHashMap<>();
    changed.put(facts.idField(), id);
    changed.putAll(document);
    return changed;
  }

  /** Null when the document says none. */
  public String status(Map<?, ?> document) {
    return XeroFields.text(document, facts.status().field());
  }

  /** Whether it was taken out of the books, or out of use. */
  public boolean isGone(Map<?, ?> document) {
    return GONE.contains(String.valueOf(status(document)));
  }

  ResourceFacts facts() {
    return facts;
  }

  boolean has(Trait trait) {
    return facts.traits().contains(trait);
  }

  /** Empty for one without lines. */
  List<Map<String, Object>> lines(Map<?, ?> document) {
    return facts.lines() == null ? List.of() : XeroFields.objects(document, facts.lines().field());
  }

  /** The field that finds it again: Xero's id of what stands there, else that of the marker. */
  public String keyField() {
    return knowsId() ? facts.idField() : facts.marker().field();
  }

  /** What a document is found by in Xero; null when it has nothing of the kind. */
  public String key(Map<?, ?> document) {
    return knowsId() ? id(document) : marker(document);
  }

  /** The part of keys that documents which were marked together share. */
  public String code(String key) {
    return MARKER.matcher(key).matches() ? key.substring(0, key.length() - 3) : key;
  }

  /** Whether it is all that stands in its field, as a number of the source's own is. */
  public boolean isWhole(String code) {
    return !CODE.matcher(code).lookingAt();
  }

  /** The document's id in Xero; null for one that was not created. */
  public String id(Map<?, ?> document) {
    String id = XeroFields.text(document, facts.idField());
    return id == null || id.equals(NO_ID) ? null : id;
  }

  /**
   * The marker that the document carries, or its own number where Xero keeps that unique; null when
   * there is neither.
   */
  public String marker(Map<?, ?> document) {
    String text = XeroFields.text(document, facts.marker().field());
    Matcher found = MARKER.matcher(text == null ? "" : text);
    if (found.find()) {
      return found.group();
    }
    return text == null || text.isBlank() || !isUnique(document) ? null : text;
  }

  private boolean isUnique(Map<?, ?> document) {
    return switch (facts.marker().number()) {
      case NEVER -> false;
      case OF_SALES -> "ACCREC".equals(XeroFields.text(document, "Type"));
      case ALWAYS -> true;
    };
  }
}
