package io.ledgerway.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerway.contract.Schemas;
import io.ledgerway.demo.Sample.Fate;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SampleExpensesTest {

  private static final SandboxBooks BOOKS =
      new SandboxBooks(
          "tenant",
          "NZD",
          List.of("NZD", "USD"),
          List.of("bank-1", "bank-2"),
          List.of("account-1", "account-2"),
          "account-archived",
          List.of("INPUT2", "NONE"),
          "OUTPUT2",
          List.of(List.of("north", "south"), List.of("alpha", "beta")),
          List.of("ana@acme.example", "ben@acme.example"));

  @Test
  void the_same_seed_gives_the_same_expenses() {
    assertThat(samples(7).good(50)).isEqualTo(samples(7).good(50));
    assertThat(samples(7).wrong()).isEqualTo(samples(7).wrong());
    assertThat(samples(7).good(50)).isNotEqualTo(samples(8).good(50));
  }

  @Test
  void what_should_be_posted_is_of_the_schema() {
    SampleExpenses samples = samples(1);
    samples.good(300).forEach(SampleExpensesTest::assertOfSchema);
    samples.wrong().stream()
        .filter(sample -> sample.fate() == Fate.POSTED)
        .forEach(SampleExpensesTest::assertOfSchema);
  }

  @Test
  void there_are_expenses_of_every_kind() {
    String all = samples(1).good(200).stream().map(Sample::value).collect(Collectors.joining("\n"));
    assertThat(all)
        .contains("\"paidBy\":\"card\"", "\"paidBy\":\"travel\"", "\"paidBy\":\"private\"")
        .containsPattern("\"amount\":-\\d")
        .contains("東京", "🍣", "south", "beta");
  }

  private static void assertOfSchema(Sample sample) {
    assertThat(Schemas.violations("perk/expense.v1", sample.value())).as(sample.value()).isEmpty();
  }

  private static SampleExpenses samples(long seed) {
    return new SampleExpenses(BOOKS, "acme", LocalDate.of(2026, 11, 20), seed);
  }
}
