package io.ledgerway.xero;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever Xero's windows, latencies and load are, its limits hold. */
class PermitsPropertiesTest {

  private static Database database;

  @BeforeContainer
  static void open() {
    database = new Database();
  }

  @AfterContainer
  static void close() {
    database.close();
  }

  @Property(tries = 12)
  void however_the_windows_lie_no_call_is_one_too_many_and_few_minutes_are_wasted(
      @ForAll long seed, @ForAll @IntRange(min = 10, max = 900) int slowestMillis) {
    Duration length = Duration.ofMinutes(12);
    PermitsSimulation saturated =
        new PermitsSimulation(database, seed, 5000, Duration.ofMillis(slowestMillis), 0)
            .run(8, length, () -> Duration.ZERO);

    assertThat(saturated.tooMany).isZero();
    assertThat(saturated.mostUnderWay).isEqualTo(5);
    assertThat(saturated.counted).isGreaterThanOrEqualTo(12 * 59);
  }

  @Property(tries = 12)
  void no_call_is_one_too_many_when_load_comes_and_goes_and_answers_are_lost(
      @ForAll long seed,
      @ForAll @IntRange(min = 10, max = 8000) int slowestMillis,
      @ForAll @IntRange(min = 1, max = 9) int callers,
      @ForAll @IntRange(min = 0, max = 5) int lostPercent) {
    PermitsSimulation simulation =
        new PermitsSimulation(database, seed, 5000, Duration.ofMillis(slowestMillis), lostPercent);
    simulation.run(
        callers,
        Duration.ofMinutes(15),
        () ->
            simulation.random().nextInt(20) == 0
                ? Duration.ofMillis(simulation.random().nextInt(90_000))
                : Duration.ofMillis(simulation.random().nextInt(50)));

    assertThat(simulation.tooMany).isZero();
  }

  @Property(tries = 8)
  void no_call_is_one_too_many_for_the_day(@ForAll long seed) {
    PermitsSimulation simulation =
        new PermitsSimulation(database, seed, 150, Duration.ofMillis(300), 0);
    simulation.run(
        4,
        Duration.ofDays(6),
        () ->
            simulation.random().nextInt(15) == 0
                ? Duration.ofSeconds(simulation.random().nextInt(40_000))
                : Duration.ofMillis(simulation.random().nextInt(500)));

    assertThat(simulation.tooMany).isZero();
    assertThat(simulation.counted).as("the days are used").isGreaterThan(350);
  }
}
