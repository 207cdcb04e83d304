package io.ledgerway.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ledgerway.problem.Problem;
import io.ledgerway.source.Source;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappingTest {

  private static final Source PERK = SampleBooks.sources().of("perk");

  private static Mapping noPart(String name) {
    throw new IllegalArgumentException("there is no " + name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          $times("10.10", 3)                    | 30.30
          $total([0.1, 0.2])                    | 0.3
          $total([])                            | 0
          $plus(0.1, 0.2)                       | 0.3
          $minus(0.3, 0.1)                      | 0.2
          $negate(12.50)                        | -12.5
          $absolute(-12.5)                      | 12.5
          $roundHalfUp(2.5, 0)                  | 3
          $roundHalfUp(-0.005, 2)               | -0.01
          $money(3)                             | 3.00
          $money("9999999999.99")               | 9999999999.99
          $plus("123456789012345678.9", "0.01") | 123456789012345678.91
          """)
  void money_is_exact(String expression, String expected) {
    assertThat(run(expression, "{}")).isEqualTo(new BigDecimal(expected));
  }

  @Test
  void a_decimal_passes_through_untouched() {
    assertThat(run("{\"a\": x, \"b\": [x, 1]}", "{\"x\": 189.10}"))
        .isEqualTo(
            Map.of(
                "a",
                new BigDecimal("189.10"),
                "b",
                List.of(new BigDecimal("189.10"), BigDecimal.ONE)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          $cut("  a\\n\\t b ", 10)              | a b
          $cut("abcdef", 3)                     | abc
          $cut("ab😀", 3)                       | ab
          $ascii("Café Žižkov 東京", 50)         | Cafe Zizkov ??
          $joined(["a", null, "", "b"], " · ")  | a · b
          $fit("Long merchant", " · ", "LW-1", 10) | Lon · LW-1
          $fit(nothing, " · ", "LW-1", 10)      | LW-1
          """)
  void text_is_made_to_fit(String expression, String expected) {
    assertThat(run(expression, "{}")).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x ~> |l|{'k': 2}|",
        "$base64decode('%%%')",
        "$decodeUrl('%')",
        "$sift(null, function($v) { true })",
        "$toMillis('x', '[Q]')",
        "$formatInteger(1, 'zz[')",
        "$tracking([1])",
        "$sort(x.l, function($a, $b) { $a.k > $b.k })"
      })
  void what_a_value_does_to_the_language_is_told_in_our_words_with_its_place(String expression) {
    MappingException failed =
        catchThrowableOfType(
            MappingException.class,
            () -> run(expression, "{\"x\": {\"l\": [{\"k\": 1}, {\"k\": \"a\"}, null]}}"));
    assertThat(failed.line()).isEqualTo(1);
    assertThat(failed.plainMessage())
        .doesNotContain("java", "Exception", "Cannot invoke", "dashjoin", "Illegal");
  }

  @Test
  void every_problem_of_a_document_is_told_at_once() {
    MappingProblems found =
        catchThrowableOfType(
            MappingProblems.class,
            () ->
                run(
                    """
                    { "a": $contactByEmail("Nobody@acme.example"),
                      "b": $account("acc-x", "lines[0].category"),
                      "c": $money(1.005, "lines[0].amount") }
                    """,
                    "{}"));

    assertThat(found.problems())
        .extracting(Problem::code, Problem::waitsFor, Problem::field)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "CONTACT_NOT_FOUND", List.of("contact:nobody@acme.example"), "employee.email"),
            org.assertj.core.groups.Tuple.tuple(
                "CATEGORY_UNKNOWN", List.of("account:acc-x"), "lines[0].category"),
            org.assertj.core.groups.Tuple.tuple("AMOUNT_NOT_EXACT", List.of(), "lines[0].amount"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          $contactByEmail(nothing)                          | REQUIRED_FIELD_MISSING
          $contactByEmail("nobody@acme.example")            | CONTACT_NOT_FOUND
          $contactByEmail("twin@acme.example")              | CONTACT_AMBIGUOUS
          $contactByEmail("left@acme.example")              | CONTACT_ARCHIVED
          $account("acc-x")                                 | CATEGORY_UNKNOWN
          $account("acc-old")                               | ACCOUNT_ARCHIVED
          $account("acc-card")                              | CATEGORY_NOT_USABLE
          $taxRate("TAX999")                                | TAX_RATE_UNKNOWN
          $taxRate("TAX001")                                | TAX_RATE_INACTIVE
          $taxRate("OUTPUT2", "acc-travel")                 | TAX_RATE_NOT_FOR_PURCHASES
          $trackingOption("opt-x")                          | COST_OBJECT_UNKNOWN
          $trackingOption("opt-gone")                       | COST_OBJECT_ARCHIVED
          $trackingOptionOrNothing("opt-gone")              | COST_OBJECT_ARCHIVED
          $tracking([$trackingOption("opt-north"), $trackingOption("opt-south")]) | COST_OBJECTS_CLASH
          $table("cards", nothing, "card")                   | REQUIRED_FIELD_MISSING
          $table("cards", "card-x", "card")                  | CARD_NOT_MAPPED
          $bankAccount($table("cards", "card-lost"))         | BANK_ACCOUNT_UNKNOWN
          $bankAccount($table("cards", "card-old"))          | BANK_ACCOUNT_ARCHIVED
          $bankAccount($table("cards", "card-1"), "EUR")     | CURRENCY_OF_BANK_ACCOUNT
          $setting("transferAccount")                        | TRANSFER_ACCOUNT_MISSING
          $openDate("2025-03-31")                           | PERIOD_LOCKED
          $openDate("31.3.2025")                            | DATE_INVALID
          $currency("EUR")                                  | CURRENCY_NOT_SUBSCRIBED
          $money(1.001)                                     | AMOUNT_NOT_EXACT
          $lineAmount(0.00)                                 | AMOUNT_ZERO
          $checkSigns([1, -1])                               | MIXED_SIGNS
          $checkSigns([0])                                  | TOTAL_NOT_POSITIVE
          """)
  void each_cause_has_its_code_and_says_who_does_what(String expression, String code) {
    MappingProblems found =
        catchThrowableOfType(MappingProblems.class, () -> run(expression, "{}"));

    assertThat(found.problems()).extracting(Problem::code).containsExactly(code);
    assertThat(found.problems())
        .allSatisfy(
            problem -> {
              assertThat(problem.message()).isNotBlank();
              assertThat(problem.action()).isNotBlank();
              assertThat(problem.actor()).isNotNull();
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          $contactByEmail("ADA@acme.example")         | con-ada
          $account("acc-travel")                      | 493
          $taxRate("INPUT2", "acc-travel")            | INPUT2
          $noTax()                                    | NONE
          $bankAccount($table("cards", "card-usd"), "USD") | acc-card-usd
          $openDate("2025-04-01")                     | 2025-04-01
          $trackingOption("opt-north").TrackingOptionID | opt-north
          $instant("/Date(1659472096062)/")           | 2022-08-02T20:28:16.062Z
          $instant("/Date(-1000+1300)/")              | 1969-12-31T23:59:59Z
          $instant("2022-08-02T20:28:16")             | 2022-08-02T20:28:16Z
          $instant("2022-08-03T08:28:16+12:00")       | 2022-08-02T20:28:16Z
          $day("/Date(1659398400000+0000)/")          | 2022-08-02
          $day("2022-08-02T00:00:00")                 | 2022-08-02
          $marker()                                   | LW-000000000000-00
          """)
  void what_is_found_is_given(String expression, String expected) {
    assertThat(run(expression, "{}")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          $money(x)               | 2:7  | not a decimal number: twelve
          $money()                | 2:7  | was called with 0 arguments
          $notThere(x)            | 2:10 | non-function
          x < 5                   | 2:5  | must be of the same data type
          """)
  void a_failure_says_file_line_and_column(String expression, String at, String message) {
    assertThatThrownBy(() -> run("{ \"a\":\n" + expression + "}", "{\"x\": \"twelve\"}"))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("test.jsonata:" + at + ":")
        .hasMessageContaining(message);
  }

  @Test
  void an_endless_recursion_and_an_endless_loop_are_ended() {
    assertThatThrownBy(() -> run("( $f := function($n) { [$f($n)] }; $f(1) )", "{}"))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("nested deeper");
    assertThatThrownBy(() -> run("( $f := function($n) { $f($n) }; $f(1) )", "{}"))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("endless loop");
  }

  @Test
  void a_custom_field_that_was_not_imported_is_left_off() {
    assertThat(run("{ \"a\": 1, \"b\": $trackingOptionOrNothing(\"free text\") }", "{}"))
        .isEqualTo(Map.of("a", BigDecimal.ONE));
  }

  @Test
  void one_compiled_mapping_serves_many_threads() throws Exception {
    Mapping mapping =
        compile("( $n := n; lines.{ \"n\": $n, \"t\": $times(amount, $n), \"m\": $marker() } )");
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Boolean>> runs = new ArrayList<>();
      for (int n = 1; n <= 4; n++) {
        BigDecimal own = BigDecimal.valueOf(n);
        runs.add(() -> alwaysRight(mapping, own));
      }
      for (Future<Boolean> run : threads.invokeAll(runs)) {
        assertThat(run.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void a_run_never_sees_the_variables_of_another() throws Exception {
    // The thread that compiled takes part: the library treats it in a way of its own.
    Mapping mapping =
        compile(
            "( $before := $exists($x) ? 'leaked' : 'clean';"
                + " $y := $map([1..20], function($i) {( $x := $i; $x )}); $x := 1; $before )");
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Future<Boolean> there = other.submit(() -> alwaysClean(mapping));
      assertThat(alwaysClean(mapping)).isTrue();
      assertThat(there.get()).isTrue();
    } finally {
      other.shutdownNow();
    }
  }

  private static boolean alwaysClean(Mapping mapping) {
    for (int i = 0; i < 5000; i++) {
      if (!"clean"
          .equals(
              mapping.apply(
                  Map.of(),
                  new Evaluation(
                      SampleBooks::acme,
                      PERK,
                      MappingTest::noPart,
                      SampleBooks.surroundings(),
                      "thing",
                      null,
                      null,
                      null)))) {
        return false;
      }
    }
    return true;
  }

  private static boolean alwaysRight(Mapping mapping, BigDecimal own) {
    Map<String, Object> input =
        Map.of("n", own, "lines", List.of(Map.of("amount", new BigDecimal("1.10"))));
    for (int i = 0; i < 3000; i++) {
      Object out =
          mapping.apply(
              input,
              new Evaluation(
                  SampleBooks::acme,
                  PERK,
                  MappingTest::noPart,
                  SampleBooks.surroundings(),
                  "thing",
                  "LW-" + own,
                  "https://x.example",
                  null));
      Object expected =
          Map.of("n", own, "t", own.multiply(new BigDecimal("1.10")), "m", "LW-" + own);
      if (!expected.equals(out)) {
        return false;
      }
    }
    return true;
  }

  @Test
  void a_document_that_does_not_stand_yet_is_waited_for_and_one_that_can_have_no_id_is_not() {
    assertThat(posted("posted"))
        .isEqualTo(
            Map.of(
                "id", "xero-of-acme", "resource", "ManualJournals", "version", new BigDecimal(2)));
    assertThatThrownBy(() -> posted("other"))
        .isInstanceOfSatisfying(
            MappingProblems.class,
            found ->
                assertThat(found.problems())
                    .singleElement()
                    .satisfies(
                        problem -> {
                          assertThat(problem.code()).isEqualTo("NOT_POSTED_YET");
                          assertThat(problem.waitsFor())
                              .containsExactly("document:expensify/other");
                        }));
    assertThatThrownBy(() -> posted("po\\nsted"))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("control characters");
  }

  private static Object posted(String id) {
    return run("$posted('expensify', 'expense-report', id)", "{\"id\": \"" + id + "\"}");
  }

  private static Mapping compile(String text) {
    return Mapping.compile("test", "test.jsonata", text);
  }

  private static Object run(String text, String input) {
    try {
      return compile(text)
          .apply(
              Documents.read(input),
              new Evaluation(
                  SampleBooks::strict,
                  PERK,
                  MappingTest::noPart,
                  SampleBooks.surroundings(),
                  "thing",
                  null,
                  null,
                  null));
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
