package io.ledgerway.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReversalTest {

  private static final LocalDate DAY = LocalDate.of(2026, 4, 1);
  private static final String NEW = "LW-00000000000000FF-00";

  @Test
  void of_money_spent_it_is_money_received_with_a_marker_of_its_own() {
    Map<String, Object> spend = Samples.spend("10.00", "2.50");

    Map<String, Object> reversal =
        Reversal.of(DocumentResource.BankTransactions, spend, DAY, NEW, "http://hub/1");

    assertThat(reversal)
        .containsEntry("Type", "RECEIVE")
        .containsEntry("Date", "2026-04-01")
        .containsEntry("Reference", "Reversal of Caf\u00e9 \u00b7 " + NEW)
        .containsEntry("LineItems", spend.get("LineItems"));
    assertThat(
            new DocumentChecks(Samples.came(null, null), reversal, NEW, Samples.books().build())
                .problems())
        .isEmpty();
  }

  @Test
  void of_a_journal_the_signs_are_turned() {
    Map<String, Object> journal = new LinkedHashMap<>();
    journal.put("Narration", "Expenses " + Samples.MARKER);
    journal.put("Status", "POSTED");
    journal.put(
        "JournalLines",
        List.of(
            Map.of("LineAmount", new BigDecimal("12.34"), "AccountCode", "420"),
            Map.of("LineAmount", new BigDecimal("-12.34"), "AccountCode", "800")));

    Map<String, Object> reversal =
        Reversal.of(DocumentResource.ManualJournals, journal, DAY, NEW, "http://hub/1");

    assertThat(DocumentResource.ManualJournals.lines(reversal))
        .extracting(line -> line.get("LineAmount"))
        .containsExactly(new BigDecimal("-12.34"), new BigDecimal("12.34"));
    assertThat(reversal).containsEntry("Narration", "Reversal of Expenses " + NEW);
  }

  @Test
  void of_an_invoice_it_is_a_credit_note_and_the_other_way_round() {
    Map<String, Object> bill =
        new LinkedHashMap<>(
            Map.of(
                "Type", "ACCPAY",
                "Status", "AUTHORISED",
                "InvoiceNumber", Samples.MARKER,
                "DueDate", "2026-03-01"));

    Map<String, Object> note =
        Reversal.of(DocumentResource.Invoices, bill, DAY, NEW, "http://hub/1");
    Map<String, Object> again =
        Reversal.of(DocumentResource.CreditNotes, note, DAY, NEW, "http://hub/1");

    assertThat(note)
        .containsEntry("Type", "ACCPAYCREDIT")
        .containsEntry("CreditNoteNumber", "Reversal " + NEW)
        .doesNotContainKeys("InvoiceNumber", "DueDate");
    assertThat(again).containsEntry("Type", "ACCPAY").containsEntry("DueDate", "2026-04-01");
  }

  @Test
  void what_does_not_count_yet_or_has_no_opposite_has_none() {
    assertThat(
            Reversal.resourceOf(
                DocumentResource.Invoices, Map.of("Type", "ACCPAY", "Status", "DRAFT")))
        .isEmpty();
    assertThat(Reversal.resourceOf(DocumentResource.Payments, Map.of("Status", "AUTHORISED")))
        .isEmpty();
    assertThat(
            Reversal.resourceOf(
                DocumentResource.BankTransactions,
                Map.of("Type", "SPEND-PREPAYMENT", "Status", "AUTHORISED")))
        .isEmpty();
  }
}
