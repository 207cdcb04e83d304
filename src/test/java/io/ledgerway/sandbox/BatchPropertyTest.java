package io.ledgerway.sandbox;

import static io.ledgerway.sandbox.Bodies.all;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What must hold for whatever is sent. */
class BatchPropertyTest {

  /** One way in which an invoice can be right or wrong. */
  enum Twist {
    NONE,
    UNKNOWN_ACCOUNT,
    ARCHIVED_ACCOUNT,
    BANK_ACCOUNT,
    WRONG_TAX,
    UNKNOWN_TAX,
    NO_LINES,
    NO_DUE_DATE,
    NEGATIVE,
    FOREIGN_CURRENCY,
    NO_CONTACT,
    DRAFT_WITHOUT_ACCOUNT
  }

  record Wanted(Twist twist, String number, boolean sale, int cents, int lines) {}

  private final XeroCalls xero = new XeroCalls(SandboxExtension.url());

  @Property(tries = 40)
  void a_batch_answers_each_element_as_if_it_were_sent_alone(
      @ForAll("batches") List<Wanted> batch) {
    String contact = freshStart();
    Object[] bodies = batch.stream().map(wanted -> body(wanted, contact)).toArray();
    JsonNode together =
        xero.put("Invoices?summarizeErrors=false", all("Invoices", bodies)).at("/Invoices");

    freshStart();
    List<String> alone = new ArrayList<>();
    for (Object body : bodies) {
      alone.add(
          essence(
              xero.put("Invoices?summarizeErrors=false", all("Invoices", body)).at("/Invoices/0")));
    }
    List<String> each = new ArrayList<>();
    together.forEach(one -> each.add(essence(one)));
    assertThat(each).isEqualTo(alone);
  }

  @Property(tries = 25)
  void no_sequence_of_calls_breaks_totals_uniqueness_or_the_order_of_changes(
      @ForAll("batches") List<Wanted> creations, @ForAll("steps") List<Integer> steps) {
    String contact = freshStart();
    Map<String, Long> lastChange = new HashMap<>();
    int at = 0;
    for (Wanted wanted : creations) {
      xero.put("Invoices?summarizeErrors=false", all("Invoices", body(wanted, contact)));
      step(steps.get(at++ % steps.size()));
      check(lastChange);
    }
  }

  @Provide
  Arbitrary<List<Wanted>> batches() {
    return Combinators.combine(
            // Half of them good, or little would ever stand there to be broken.
            Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(Twist.NONE)),
                Tuple.of(1, Arbitraries.of(Twist.class))),
            Arbitraries.of("N1", "N2", "N3", "N4"),
            Arbitraries.of(true, false),
            Arbitraries.integers().between(1, 99_999),
            Arbitraries.integers().between(1, 4))
        .as(Wanted::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(8);
  }

  @Provide
  Arbitrary<List<Integer>> steps() {
    return Arbitraries.integers().between(0, 5).list().ofMinSize(1).ofMaxSize(8);
  }

  private String freshStart() {
    xero.reset();
    xero.token(
        xero.tokenReply("sandbox", "sandbox", "grant_type=client_credentials")
            .at("/access_token")
            .asText());
    xero.limitsOff();
    return xero.get("Contacts").at("/Contacts/0/ContactID").asText();
  }

  private static Map<String, Object> body(Wanted wanted, String contact) {
    String[] amounts = new String[wanted.lines()];
    for (int i = 0; i < amounts.length; i++) {
      amounts[i] = BigDecimal.valueOf(wanted.cents() + i * 7L, 2).toPlainString();
    }
    Map<String, Object> bill = Bodies.bill(contact, wanted.number(), amounts);
    if (wanted.sale()) {
      bill.put("Type", "ACCREC");
      bill.put("LineItems", Bodies.lines("200", amounts));
    }
    Map<String, Object> first = Bodies.line(bill, 0);
    switch (wanted.twist()) {
      case UNKNOWN_ACCOUNT -> first.put("AccountCode", "999");
      case ARCHIVED_ACCOUNT -> first.put("AccountCode", "457");
      case BANK_ACCOUNT -> first.put("AccountCode", "090");
      case WRONG_TAX -> first.put("TaxType", wanted.sale() ? "INPUT2" : "OUTPUT2");
      case UNKNOWN_TAX -> first.put("TaxType", "X");
      case NO_LINES -> bill.remove("LineItems");
      case NO_DUE_DATE -> bill.remove("DueDate");
      case NEGATIVE -> first.put("UnitAmount", "-99999.00");
      case FOREIGN_CURRENCY -> bill.put("CurrencyCode", "CHF");
      case NO_CONTACT -> bill.remove("Contact");
      case DRAFT_WITHOUT_ACCOUNT -> {
        bill.put("Status", "DRAFT");
        first.remove("AccountCode");
      }
      default -> {}
    }
    return bill;
  }

  private static String essence(JsonNode invoice) {
    return invoice.path("StatusAttributeString").asText()
        + invoice.path("InvoiceNumber").asText()
        + invoice.path("Total").asText()
        + invoice.path("TotalTax").asText()
        + invoice.path("ValidationErrors");
  }

  /** Something that may be allowed or refused; either way the books must stay in order. */
  private void step(int which) {
    JsonNode all = xero.get("Invoices?page=1&pageSize=1000").at("/Invoices");
    if (all.isEmpty()) {
      return;
    }
    JsonNode one = all.get(which % all.size());
    String id = one.get("InvoiceID").asText();
    switch (which) {
      case 0 -> change(Map.of("InvoiceID", id, "Status", "VOIDED"));
      case 1 -> change(Map.of("InvoiceID", id, "Status", "AUTHORISED"));
      case 2 -> change(Map.of("InvoiceID", id, "LineItems", Bodies.lines("429", "3.33", "4.44")));
      case 3 -> change(Map.of("InvoiceID", id, "InvoiceNumber", "N1"));
      case 4 ->
          xero.put(
              "Payments?summarizeErrors=false",
              all(
                  "Payments",
                  Map.of(
                      "Invoice", Map.of("InvoiceID", id),
                      "Account", Map.of("Code", "090"),
                      "Amount", one.get("AmountDue"))));
      default -> change(Map.of("InvoiceID", id, "Status", "DELETED"));
    }
  }

  private void change(Map<String, Object> change) {
    xero.post("Invoices?summarizeErrors=false", all("Invoices", change));
  }

  private void check(Map<String, Long> lastChange) {
    Set<String> numbers = new HashSet<>();
    for (JsonNode invoice : xero.get("Invoices?page=1&pageSize=1000").at("/Invoices")) {
      BigDecimal lines = BigDecimal.ZERO;
      BigDecimal tax = BigDecimal.ZERO;
      for (JsonNode line : invoice.get("LineItems")) {
        lines = lines.add(line.path("LineAmount").decimalValue());
        tax = tax.add(line.path("TaxAmount").decimalValue());
      }
      assertThat(invoice.get("SubTotal").decimalValue()).isEqualByComparingTo(lines);
      assertThat(invoice.get("TotalTax").decimalValue()).isEqualByComparingTo(tax);
      assertThat(invoice.get("Total").decimalValue()).isEqualByComparingTo(lines.add(tax));
      String status = invoice.get("Status").asText();
      boolean counts = !status.equals("VOIDED") && !status.equals("DELETED");
      if (counts && invoice.get("Type").asText().equals("ACCREC")) {
        assertThat(numbers.add(invoice.get("InvoiceNumber").asText())).isTrue();
      }
      long changed =
          Long.parseLong(invoice.get("UpdatedDateUTC").asText().replaceAll("\\D+(\\d+).*", "$1"));
      assertThat(changed)
          .isGreaterThanOrEqualTo(lastChange.getOrDefault(invoice.get("InvoiceID").asText(), 0L));
      lastChange.put(invoice.get("InvoiceID").asText(), changed);
    }
  }
}
