package io.ledgerway.sandbox;

import static io.ledgerway.sandbox.Bodies.all;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is called in whatever order, allowed or refused: the books stay in order. */
class SequencePropertyTest {

  private static final List<String> DOCUMENTS =
      List.of("BankTransactions", "Invoices", "CreditNotes", "PurchaseOrders", "ManualJournals");
  private static final List<String> STATUSES =
      List.of("DRAFT", "SUBMITTED", "AUTHORISED", "POSTED", "BILLED", "VOIDED", "DELETED", "PAID");

  /** What may happen; most of it to one of the documents that are there. */
  enum Act {
    CREATE,
    UPSERT,
    STATUS,
    LINES,
    NUMBER,
    TAX_TREATMENT,
    DATE,
    ROUND,
    PAY,
    PAY_ALL,
    UNPAY,
    PAY_BATCH,
    UNPAY_BATCH,
    ALLOCATE,
    CONTACT,
    RENAME_CONTACT,
    MERGE_CONTACT,
    ITEM,
    LOCK,
    UNLOCK,
    LATER,
    CLOCK_BACK
  }

  record Step(Act act, Wish wish, int pick) {}

  private final XeroCalls xero = new XeroCalls(SandboxExtension.url());
  private final Map<String, Long> lastChange = new HashMap<>();
  private Clerk clerk;

  @Property(tries = 25)
  void no_sequence_of_calls_breaks_totals_uniqueness_or_the_order_of_changes(
      @ForAll("sequences") List<Step> sequence) {
    xero.reset();
    xero.token(null);
    clerk = Clerk.of(xero);
    lastChange.clear();
    for (Step step : sequence) {
      act(step);
      check();
    }
  }

  @Provide
  Arbitrary<List<Step>> sequences() {
    return Combinators.combine(
            Arbitraries.of(Act.class),
            Wish.of(Wish.Kind.values()),
            Arbitraries.integers().between(0, 999))
        .as(Step::new)
        .list()
        .ofMinSize(5)
        .ofMaxSize(20);
  }

  private void act(Step step) {
    Wish wish = step.wish();
    String plural = wish.kind().plural;
    // Something must be there before anything can happen to it.
    create(plural, wish);
    JsonNode all = list(plural);
    JsonNode one = all.isEmpty() ? null : all.get(step.pick() % all.size());
    switch (step.act()) {
      case CREATE, CONTACT -> person("Contacts", Map.of("Name", "New " + wish.number() + "x"));
      case UPSERT -> xero.post(each(plural), all(plural, wish.body(clerk.ada())));
      case RENAME_CONTACT -> renameContact(step);
      case MERGE_CONTACT -> merge(step);
      case ITEM ->
          person("Items", Map.of("Code", "I" + step.pick() % 3, "Name", "v" + wish.cents()));
      case LOCK -> clerk.set("periodLockDate", "2026-03-04");
      case UNLOCK ->
          xero.control("PATCH", "organisations/" + clerk.tenantId, "{\"periodLockDate\":null}");
      case LATER -> xero.advance("PT1M");
      case CLOCK_BACK -> xero.control("POST", "clock", Map.of("reset", true));
      case PAY, PAY_ALL, UNPAY, PAY_BATCH, UNPAY_BATCH, ALLOCATE -> settle(step);
      default -> {
        if (one != null) {
          change(plural, one, step);
        }
      }
    }
  }

  private void create(String plural, Wish wish) {
    xero.put(each(plural), all(plural, wish.body(clerk.ada())));
  }

  private void change(String plural, JsonNode one, Step step) {
    Map<String, Object> change = new HashMap<>();
    change.put(Clerk.idName(plural), Clerk.id(plural, one));
    Wish wish = step.wish();
    switch (step.act()) {
      case STATUS -> change.put("Status", STATUSES.get(step.pick() % STATUSES.size()));
      case LINES -> {
        Map<String, Object> other = wish.body(clerk.ada());
        change.put("LineItems", other.get("LineItems"));
        change.put("JournalLines", other.get("JournalLines"));
      }
      case NUMBER -> {
        change.put("InvoiceNumber", wish.number());
        change.put("CreditNoteNumber", wish.number());
        change.put("PurchaseOrderNumber", wish.number());
      }
      case TAX_TREATMENT -> change.put("LineAmountTypes", wish.types());
      case DATE -> {
        change.put("Date", "2026-03-0" + (step.pick() % 9 + 1));
        change.put("DueDate", "2026-04-01");
      }
      case ROUND -> {
        BigDecimal total = one.path("Total").decimalValue();
        change.put("RoundingAmount", "0.04");
        change.put("SubTotal", one.path("SubTotal"));
        change.put("TotalTax", one.path("TotalTax"));
        change.put("Total", total.add(new BigDecimal("0.04")));
      }
      default -> throw new IllegalStateException(step.act().name());
    }
    xero.post(each(plural), all(plural, change));
  }

  private void settle(Step step) {
    create("Invoices", new Wish(Wish.Kind.BILL, Wish.Twist.NONE, "P", "Exclusive", 1000, 1));
    JsonNode invoices = list("Invoices");
    if (invoices.isEmpty()) {
      return;
    }
    JsonNode invoice = invoices.get(step.pick() % invoices.size());
    String id = Clerk.id("Invoices", invoice);
    BigDecimal due = invoice.get("AmountDue").decimalValue();
    BigDecimal some = BigDecimal.valueOf(step.pick() + 1L, 2);
    switch (step.act()) {
      case PAY -> xero.put(each("Payments"), Bodies.payment(id, some.toPlainString()));
      case PAY_ALL -> xero.put(each("Payments"), Bodies.payment(id, due.toPlainString()));
      case UNPAY -> undo("Payments", step);
      case PAY_BATCH ->
          xero.put(
              each("BatchPayments"),
              Map.of(
                  "Account",
                  Map.of("Code", "090"),
                  "Payments",
                  List.of(
                      Bodies.payment(id, some.toPlainString()),
                      Bodies.payment(id, due.toPlainString()))));
      case UNPAY_BATCH -> undo("BatchPayments", step);
      default -> {
        JsonNode notes = list("CreditNotes");
        if (!notes.isEmpty()) {
          String note = Clerk.id("CreditNotes", notes.get(step.pick() % notes.size()));
          xero.put(
              "CreditNotes/" + note + "/Allocations",
              Map.of("Amount", some, "Invoice", Map.of("InvoiceID", id)));
        }
      }
    }
  }

  private void undo(String plural, Step step) {
    JsonNode all = list(plural);
    if (!all.isEmpty()) {
      String id = Clerk.id(plural, all.get(step.pick() % all.size()));
      xero.post(
          plural + (plural.equals("Payments") ? "/" + id : ""),
          Map.of(Clerk.idName(plural), id, "Status", "DELETED"));
    }
  }

  private void person(String plural, Map<String, ?> body) {
    xero.post(each(plural), all(plural, body));
  }

  private void renameContact(Step step) {
    JsonNode all = list("Contacts");
    String id = Clerk.id("Contacts", all.get(step.pick() % all.size()));
    String status = step.pick() % 5 == 0 ? "ARCHIVED" : "ACTIVE";
    person(
        "Contacts",
        Map.of(
            "ContactID",
            id,
            "Name",
            "New " + step.wish().number() + "x",
            "ContactNumber",
            "C" + step.pick() % 4,
            "ContactStatus",
            status));
  }

  private void merge(Step step) {
    JsonNode all = list("Contacts");
    JsonNode from = all.get(step.pick() % all.size());
    JsonNode into = all.get(step.wish().cents() % all.size());
    xero.control(
        "PATCH",
        "organisations/" + clerk.tenantId + "/contacts/" + Clerk.id("Contacts", from),
        Map.of("mergedTo", Clerk.id("Contacts", into)));
  }

  private void check() {
    Map<String, BigDecimal> paid = payments();
    for (String plural : DOCUMENTS) {
      Set<String> numbers = new HashSet<>();
      for (JsonNode document : list(plural)) {
        if (plural.equals("ManualJournals")) {
          checkBalance(document);
        } else {
          checkTotals(document);
          checkNumber(document, numbers);
        }
        if (plural.equals("Invoices")) {
          checkDue(document, paid);
        }
      }
    }
    unique("Contacts", "Name", list("Contacts"));
    unique("Contacts", "ContactNumber", list("Contacts"));
    unique("Items", "Code", list("Items"));
  }

  private Map<String, BigDecimal> payments() {
    Map<String, BigDecimal> paid = new HashMap<>();
    for (JsonNode payment : list("Payments")) {
      if (payment.get("Status").asText().equals("AUTHORISED")) {
        paid.merge(
            payment.at("/Invoice/InvoiceID").asText(),
            payment.get("Amount").decimalValue(),
            BigDecimal::add);
      }
    }
    return paid;
  }

  private static void checkTotals(JsonNode document) {
    BigDecimal lines = BigDecimal.ZERO;
    BigDecimal tax = BigDecimal.ZERO;
    for (JsonNode line : document.get("LineItems")) {
      lines = lines.add(line.path("LineAmount").decimalValue());
      tax = tax.add(line.path("TaxAmount").decimalValue());
    }
    boolean inclusive = document.get("LineAmountTypes").asText().equals("Inclusive");
    BigDecimal net = inclusive ? lines.subtract(tax) : lines;
    BigDecimal rounding = document.path("RoundingAmount").decimalValue();
    String shown = document.toString();
    assertThat(document.get("SubTotal").decimalValue()).as(shown).isEqualByComparingTo(net);
    assertThat(document.get("TotalTax").decimalValue()).as(shown).isEqualByComparingTo(tax);
    assertThat(document.get("Total").decimalValue())
        .as(shown)
        .isEqualByComparingTo(net.add(tax).add(rounding));
  }

  private static void checkBalance(JsonNode journal) {
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode line : journal.get("JournalLines")) {
      sum = sum.add(line.get("LineAmount").decimalValue());
      if (journal.get("LineAmountTypes").asText().equals("Exclusive")) {
        sum = sum.add(line.get("TaxAmount").decimalValue());
      }
    }
    if (journal.get("Status").asText().equals("POSTED")) {
      assertThat(sum).as(journal.toString()).isEqualByComparingTo("0");
    }
  }

  private static void checkNumber(JsonNode document, Set<String> numbers) {
    String type = document.get("Type").asText();
    boolean unique = type.startsWith("ACCREC") || type.equals("PURCHASEORDER");
    if (unique && !isGone(document)) {
      String number =
          document.has("PurchaseOrderNumber")
              ? document.get("PurchaseOrderNumber").asText()
              : document.path("InvoiceNumber").asText(document.path("CreditNoteNumber").asText());
      assertThat(number).isNotEmpty();
      assertThat(numbers.add(number.toLowerCase(Locale.ROOT))).as(number).isTrue();
    }
  }

  private static void checkDue(JsonNode invoice, Map<String, BigDecimal> paid) {
    String shown = invoice.toString();
    BigDecimal ofPayments = paid.getOrDefault(invoice.get("InvoiceID").asText(), BigDecimal.ZERO);
    BigDecimal amountPaid = invoice.get("AmountPaid").decimalValue();
    assertThat(amountPaid).as(shown).isEqualByComparingTo(ofPayments);
    BigDecimal due = invoice.get("AmountDue").decimalValue();
    assertThat(due.signum()).as(shown).isNotNegative();
    if (!isGone(invoice)) {
      BigDecimal credited = invoice.get("AmountCredited").decimalValue();
      assertThat(due.add(amountPaid).add(credited))
          .as(shown)
          .isEqualByComparingTo(invoice.get("Total").decimalValue());
    }
    if (invoice.get("Status").asText().equals("PAID")) {
      assertThat(due).as(shown).isEqualByComparingTo("0");
    }
  }

  private static boolean isGone(JsonNode document) {
    String status = document.get("Status").asText();
    return status.equals("VOIDED") || status.equals("DELETED");
  }

  private static void unique(String plural, String property, JsonNode records) {
    List<String> values = new ArrayList<>();
    for (JsonNode record : records) {
      if (record.has(property)) {
        values.add(record.get(property).asText().toLowerCase(Locale.ROOT));
      }
    }
    assertThat(values).as(plural + " " + property).doesNotHaveDuplicates();
  }

  /** All of a kind, of which no change date has gone back since they were last read. */
  private JsonNode list(String plural) {
    JsonNode all = xero.get(plural + "?page=1&pageSize=1000").at("/" + plural);
    for (JsonNode one : all) {
      String id = Clerk.id(plural, one);
      long changed =
          Long.parseLong(one.get("UpdatedDateUTC").asText().replaceAll("\\D+(\\d+).*", "$1"));
      assertThat(changed)
          .as(one.toString())
          .isGreaterThanOrEqualTo(lastChange.getOrDefault(id, 0L));
      lastChange.put(id, changed);
    }
    return all;
  }

  private static String each(String plural) {
    return plural + "?summarizeErrors=false";
  }
}
