package io.ledgerway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerway.demo.Sample;
import io.ledgerway.flow.Engine.Company;
import io.ledgerway.local.Outcomes;
import io.ledgerway.local.SandboxSwitches.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Real time: how long a single document takes, and what goes together when more of them come. */
class LatencyTest {

  private static Engine engine;

  @BeforeAll
  static void start() {
    engine = Engine.shared();
  }

  @AfterEach
  void disarm() {
    engine.switches().disarmAll();
  }

  @Test
  void from_topic_to_outcome_a_single_expense_takes_at_most_a_second_and_a_half() {
    List<Duration> took = oneAfterTheOther(engine.company());
    System.out.println("Topic to outcome, 100 singles: " + said(took));
    assertThat(percentile(took, 95)).isLessThanOrEqualTo(Duration.ofMillis(1500));
  }

  @Test
  @Tag("soak")
  void where_xero_allows_sixty_calls_a_minute_they_are_spread_so_that_none_waits_for_the_next() {
    Company company = engine.company();
    engine.switches().limits(company.tenant(), 5, 60, 1000);
    List<Duration> took = oneAfterTheOther(company);
    System.out.println("Topic to outcome, 60 calls a minute: " + said(took));
    assertThat(percentile(took, 95)).isLessThanOrEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void what_comes_while_a_call_is_under_way_goes_together_in_the_next() {
    Company company = engine.company();
    List<Sample> samples = company.expenses(2).cards(40, 1);
    engine
        .switches()
        .arm(
            Fault.of("slow")
                .on("PUT", "BankTransactions")
                .forTenant(company.tenant())
                .next(1)
                .delayed(Duration.ofSeconds(3)));
    engine.send(samples.subList(0, 1));
    engine.awaitSummary(company, Map.of("SENDING", 1L));
    // A few at a time, with pauses after which a first one would go at once.
    for (int i = 1; i < 40; i += 13) {
      engine.send(samples.subList(i, i + 13));
      engine.awaitSummary(company, Map.of("READY", i + 12L, "SENDING", 1L));
    }
    engine.awaitSummary(company, Map.of("POSTED", 40L));
    assertThat(sizes(company)).containsExactly(1, 39);
  }

  @Test
  void a_call_that_is_not_answered_has_nobody_wait_for_it_for_long() {
    Company company = engine.company();
    List<Sample> samples = company.expenses(3).cards(2, 1);
    engine
        .switches()
        .arm(
            Fault.of("slow")
                .on("PUT", "BankTransactions")
                .forTenant(company.tenant())
                .next(1)
                .delayed(Duration.ofSeconds(25)));
    engine.send(samples.subList(0, 1));
    engine.awaitSummary(company, Map.of("SENDING", 1L));
    engine.send(samples.subList(1, 2));
    engine.awaitSummary(company, Map.of("SENDING", 1L, "POSTED", 1L));
    engine.awaitSummary(company, Map.of("POSTED", 2L));
  }

  @Test
  void a_thousand_that_come_in_portions_of_some_hundred_milliseconds_are_one_burst() {
    Company company = engine.company();
    List<Sample> samples = company.expenses(4).cards(1_000, 1);
    for (int i = 0; i < 1_000; i += 40) {
      engine.send(samples.subList(i, i + 40));
      Awaitility.await().pollDelay(Duration.ofMillis(40)).until(() -> true);
    }
    engine.awaitSummary(company, Map.of("POSTED", 1_000L));
    System.out.println("1,000 in portions of 40: " + sizes(company));
    assertThat(sizes(company)).hasSizeLessThanOrEqualTo(22);
  }

  /** How many documents stood in each call, in the order of the calls. */
  private static List<Integer> sizes(Company company) {
    return JdbcClient.create(
            engine.around.postgres().dataSource(engine.around.settings().database()))
        .sql("select size from batch where company = ? order by intended_at")
        .param(company.id())
        .query(Integer.class)
        .list();
  }

  private static List<Duration> oneAfterTheOther(Company company) {
    List<Sample> samples = company.expenses(1).cards(100, 1);
    List<Duration> took = new ArrayList<>();
    try (Outcomes outcomes = Outcomes.from(engine.around.kafka(), "perk.expense-exports")) {
      for (Sample sample : samples) {
        long begin = System.nanoTime();
        engine.send(List.of(sample));
        outcomes.await(
            record -> record.key().equals(company.id()) && record.value().contains(sample.id()));
        took.add(Duration.ofNanos(System.nanoTime() - begin));
      }
    }
    engine.awaitSummary(company, Map.of("POSTED", 100L));
    return took;
  }

  private static Duration percentile(List<Duration> took, int percent) {
    return took.stream().sorted().skip(took.size() * percent / 100 - 1L).findFirst().orElseThrow();
  }

  private static String said(List<Duration> took) {
    return "median=%s p95=%s longest=%s"
        .formatted(percentile(took, 50), percentile(took, 95), percentile(took, 100));
  }
}
