package io.ledgerway.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ledgerway.problem.Problem;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentComparisonTest {

  private final Map<String, Object> meant = Samples.spend("28.82", "29.45", "29.47");
  private final Map<String, Object> held = Samples.held(meant, "87.74", "11.44");

  @Test
  void tax_is_rounded_line_by_line_as_xero_does() {
    assertThat(codes()).isEmpty();
    held.put("TotalTax", new BigDecimal("11.45"));
    assertThat(codes()).containsExactly("DIFFERENT_TOTALTAX");
  }

  @Test
  void tax_on_top_comes_to_the_published_example() {
    Map<String, Object> exclusive = Samples.spend("25.06", "25.61", "25.63");
    exclusive.put("LineAmountTypes", "Exclusive");
    assertThat(codes(exclusive, Samples.held(exclusive, "87.74", "11.44"))).isEmpty();
  }

  @Test
  void the_order_of_lines_is_xeros_own() {
    Collections.reverse((List<?>) held.get("LineItems"));
    assertThat(codes()).isEmpty();
  }

  @Test
  void a_page_names_tracking_options_without_their_ids_and_they_are_the_same() {
    assertThat(codes(meant, paged("North"))).isEmpty();
    assertThat(codes(meant, paged("NORTH"))).isEmpty();
    assertThat(codes(meant, paged("East"))).containsOnly("DIFFERENT_LINES");
  }

  @Test
  void only_the_line_and_the_field_that_differ_are_told_by_the_names_that_people_know() {
    Samples.line(meant, 0).put("Description", "Breakfast");
    Samples.line(held, 0).put("Description", "Breakfast");
    Samples.line(held, 2).put("AccountID", "old");
    Samples.line(held, 1).put("TaxType", "NONE");
    Samples.line(held, 0).put("Tracking", List.of());
    held.put("Contact", Map.of("ContactID", "eve", "Name", "Eve"));
    Collections.reverse((List<?>) held.get("LineItems"));

    assertThat(differences())
        .extracting(Problem::message, Problem::field)
        .containsExactly(
            tuple("Contact: meant Ana, Xero holds Eve.", null),
            tuple(
                "Line 1 (Breakfast): tracking meant Region: North, Xero holds nothing.",
                "lines[0].costObjects"),
            tuple(
                "Line 2 (Lunch): tax rate meant 15% in (INPUT2), Xero holds none (NONE).",
                "lines[1].taxRate"),
            tuple(
                "Line 3 (Lunch): account meant 420 Meals, Xero holds 421 Old.",
                "lines[2].category"));
  }

  @Test
  void a_line_that_is_missing_and_one_that_nobody_meant_are_told_as_such() {
    ((List<?>) held.get("LineItems")).remove(2);
    assertThat(differences())
        .extracting(Problem::message)
        .containsExactly(
            "Line 3 (Lunch) is missing in Xero: amount 29.47, account 420 Meals, tax rate 15% in"
                + " (INPUT2), tracking Region: North.");
  }

  private List<Problem> differences() {
    return new DocumentComparison(
            DocumentResource.BankTransactions, meant, held, Samples.books().build())
        .differences();
  }

  /** As a page shows it. */
  private Map<String, Object> paged(String option) {
    for (int i = 0; i < 3; i++) {
      Samples.line(held, i)
          .put(
              "Tracking",
              List.of(
                  Map.of(
                      "Name",
                      "Region",
                      "TrackingCategoryID",
                      "region",
                      "Option",
                      option,
                      "Options",
                      List.of())));
    }
    return held;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void every_silent_change_is_seen(String what, Consumer<Map<String, Object>> change) {
    change.accept(held);
    assertThat(codes()).as(what).isNotEmpty();
  }

  static Stream<Arguments> changes() {
    return Stream.of(
        change("total", d -> d.put("Total", new BigDecimal("87.73"))),
        change("no total", d -> d.remove("Total")),
        change("contact", d -> d.put("Contact", Map.of("ContactID", "ben"))),
        change("bank account", d -> d.put("BankAccount", Map.of("AccountID", "usd"))),
        change("date", d -> d.put("Date", "/Date(1772236800000+0000)/")),
        change("type", d -> d.put("Type", "RECEIVE")),
        change("status", d -> d.put("Status", "DELETED")),
        change("amount types", d -> d.put("LineAmountTypes", "Exclusive")),
        change("a line less", d -> ((List<?>) d.get("LineItems")).remove(1)),
        change("account", d -> Samples.line(d, 0).put("AccountID", "old")),
        change("tax rate", d -> Samples.line(d, 1).put("TaxType", "NONE")),
        change("tracking dropped", d -> Samples.line(d, 2).put("Tracking", List.of())),
        change("amount", d -> Samples.line(d, 0).put("LineAmount", new BigDecimal("28.83"))),
        change(
            "warning", d -> d.put("Warnings", List.of(Map.of("Message", "Account code removed")))),
        change(
            "error on a saved document",
            d -> d.put("ValidationErrors", List.of(Map.of("Message", "locked")))));
  }

  private static Arguments change(String what, Consumer<Map<String, Object>> change) {
    return Arguments.of(what, change);
  }

  private List<String> codes() {
    return codes(meant, held);
  }

  private static List<String> codes(Map<String, Object> meant, Map<String, Object> held) {
    return new DocumentComparison(
            DocumentResource.BankTransactions, meant, held, Samples.books().build())
        .differences().stream().map(Problem::code).toList();
  }
}
