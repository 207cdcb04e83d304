package io.ledgerway.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerway.xero.Database;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BellsTest {

  private static Database database;

  private final BlockingQueue<String> begun = new LinkedBlockingQueue<>();
  private final CamelContext camel = new DefaultCamelContext();
  private final Leases leases = TestLeases.over(database.pool());
  private final Leases others = TestLeases.over(database.pool());

  @BeforeAll
  static void open() {
    database = new Database();
  }

  @AfterAll
  static void shut() {
    database.close();
  }

  @BeforeEach
  void start() throws Exception {
    camel.addComponent("work", TestLeases.component(leases));
    camel.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("work:due?bell=rare&every=3600000").process(e -> begun.add("rare"));
            from("work:due?bell=often&every=50").process(e -> begun.add("often"));
            from("work:due?bell=free&every=3600000").process(e -> begun.add(take()));
            from("work:due?bell=wrong&every=3600000")
                .process(e -> begun.add("wrong"))
                .throwException(new IllegalStateException("no luck"));
            from("direct:ring").toD("work:ring?bell=${body}");
            from("direct:hold")
                .setVariable("key", constant("one"))
                .to("work:take?kind=bell&by=key")
                .to("work:ring?bell=free&when=over")
                .process(e -> begun.add(take()));
            from("direct:later").setVariable("wait", body()).to("work:ring?bell=rare&in=wait");
          }
        });
    camel.start();
    Set<String> awake = new HashSet<>();
    while (!awake.containsAll(List.of("rare", "wrong", "taken"))) {
      awake.add(next());
    }
  }

  @AfterEach
  void stop() {
    camel.stop();
  }

  @Test
  void who_waits_for_work_is_woken_when_its_bell_is_rung_and_by_no_other() throws Exception {
    ring("wrong");
    assertThat(nextBut("often")).isEqualTo("wrong");
    ring("rare");
    assertThat(nextBut("often")).isEqualTo("rare");
  }

  @Test
  void looks_now_and_then_all_the_same() throws Exception {
    assertThat(next()).isEqualTo("often");
    assertThat(next()).isEqualTo("often");
  }

  @Test
  void what_fails_is_no_end_of_it() throws Exception {
    for (int i = 0; i < 3; i++) {
      ring("wrong");
      assertThat(nextBut("often")).isEqualTo("wrong");
    }
  }

  @Test
  void is_rung_for_a_moment_to_come_and_an_earlier_ring_comes_first() throws Exception {
    long begin = System.nanoTime();
    camel.createProducerTemplate().sendBody("direct:later", 300L);
    assertThat(nextBut("often")).isEqualTo("rare");
    assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(300_000_000L);

    camel.createProducerTemplate().sendBody("direct:later", 3_600_000L);
    ring("rare");
    assertThat(nextBut("often")).isEqualTo("rare");
  }

  @Test
  void is_rung_when_what_the_exchange_holds_is_free() throws Exception {
    camel.createProducerTemplate().sendBody("direct:hold", "");
    assertThat(nextBut("often")).as("while it is held").isEqualTo("not to be had");
    assertThat(nextBut("often")).as("when it was rung").isEqualTo("taken");
  }

  @Test
  void a_thousand_rings_in_quick_succession_wake_a_few_times() {
    Bell bell = new Bell();
    long begin = System.nanoTime();
    int woken = 0;
    while (System.nanoTime() - begin < 200_000_000L) {
      bell.ring(Duration.ZERO);
      woken += await(bell);
    }
    assertThat(woken).isBetween(2, 11);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "work:ring",
        "work:ring?bell=check&when=later",
        "work:take?kind=check",
        "work:wring?bell=check"
      })
  void a_step_that_says_too_little_is_refused_when_its_route_is_loaded(String uri) {
    assertThatThrownBy(() -> camel.getEndpoint(uri))
        .hasRootCauseInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"work:due?bell=check", "work:due?bell=check&every=0", "work:due?every=9"})
  void so_is_a_route_that_nothing_would_begin(String uri) {
    assertThatThrownBy(() -> camel.getEndpoint(uri)).rootCause().hasMessageContaining("every");
  }

  private String take() {
    return others
        .take("bell", "one")
        .map(
            lease -> {
              others.end(lease);
              return "taken";
            })
        .orElse("not to be had");
  }

  private static int await(Bell bell) {
    try {
      bell.await(Duration.ofHours(1));
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  private void ring(String bell) {
    camel.createProducerTemplate().sendBody("direct:ring", bell);
  }

  private String nextBut(String passedOver) throws InterruptedException {
    String next;
    do {
      next = next();
    } while (next.equals(passedOver));
    return next;
  }

  private String next() throws InterruptedException {
    String next = begun.poll(20, TimeUnit.SECONDS);
    assertThat(next).as("somebody woken").isNotNull();
    return next;
  }
}
