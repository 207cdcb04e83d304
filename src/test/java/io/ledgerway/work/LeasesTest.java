package io.ledgerway.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerway.local.DatabaseTime;
import io.ledgerway.xero.Database;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Several engines over one database, whose time the test moves. */
class LeasesTest {

  private static final Duration VALIDITY = Duration.ofSeconds(15);
  private static Database database;
  private static DatabaseTime time;

  private final String key = UUID.randomUUID().toString();
  private final Leases one = engine();
  private final Leases other = engine();

  @BeforeAll
  static void open() {
    database = new Database();
    time = new DatabaseTime(database.jdbc());
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void one_of_many_threads_of_two_engines_has_it() {
    List<CompletableFuture<Boolean>> tries =
        IntStream.range(0, 10)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> (i % 2 == 0 ? one : other).take("test", key).isPresent()))
            .toList();

    assertThat(tries.stream().filter(CompletableFuture::join)).hasSize(1);
  }

  @Test
  void kept_by_the_heartbeat_it_outlasts_its_time_and_ended_it_is_free() {
    Lease lease = one.take("test", key).orElseThrow();
    for (int beat = 0; beat < 4; beat++) {
      time.advance(VALIDITY.minusSeconds(5));
      one.keep();
    }
    assertThat(other.take("test", key)).isEmpty();

    one.end(lease);
    assertThat(other.take("test", key)).isPresent();
  }

  @Test
  void what_nobody_keeps_is_taken_over_and_the_former_holder_writes_nothing_more() {
    Lease late = one.take("test", key).orElseThrow();
    time.advance(VALIDITY.plusMillis(1));
    Lease now = other.take("test", key).orElseThrow();
    one.keep();

    assertThatThrownBy(() -> one.whileHeld(late, () -> write("late")))
        .isInstanceOf(LeaseLost.class);
    other.whileHeld(now, () -> write("now"));
    assertThat(written()).isEqualTo("now");

    // Nor does it end what is another's now.
    one.end(late);
    one.fail(late, "too late");
    assertThat(engine().take("test", key)).isEmpty();
  }

  @Test
  void a_write_in_progress_is_waited_for_by_who_takes_over_but_not_by_the_heartbeat()
      throws Exception {
    Lease lease = one.take("test", key).orElseThrow();
    CompletableFuture<Boolean> taken = new CompletableFuture<>();
    one.whileHeld(
        lease,
        () -> {
          // On a connection of its own, as the heartbeat is.
          CompletableFuture.runAsync(
                  () -> {
                    one.keep();
                    time.advance(VALIDITY.plusMillis(1));
                  })
              .join();
          CompletableFuture.supplyAsync(() -> other.take("test", key).isPresent())
              .thenAccept(taken::complete);
          assertThatThrownBy(() -> taken.get(200, TimeUnit.MILLISECONDS))
              .isInstanceOf(java.util.concurrent.TimeoutException.class);
          write("in time");
        });

    assertThat(taken.get(5, TimeUnit.SECONDS)).isTrue();
    assertThat(written()).isEqualTo("in time");
  }

  @Test
  void a_failure_is_counted_and_the_work_rests_longer_each_time() {
    for (int rest : List.of(1, 2, 4, 8)) {
      one.fail(one.take("test", key).orElseThrow(), "out of order");
      one.keep();
      time.advance(Duration.ofSeconds(rest).minusMillis(500));
      assertThat(other.take("test", key)).isEmpty();
      time.advance(Duration.ofMillis(500));
    }
    assertThat(
            database
                .jdbc()
                .sql("select failures || ' ' || problem from work_lease where key = ?")
                .param(key)
                .query(String.class)
                .single())
        .isEqualTo("4 out of order");

    one.end(other.take("test", key).orElseThrow());
    assertThat(one.take("test", key)).as("begins anew").isPresent();
  }

  @Test
  void an_engine_that_ends_in_order_leaves_nothing_behind_that_is_waited_for() {
    one.take("test", key).orElseThrow();
    one.destroy();

    assertThat(other.take("test", key)).isPresent();
  }

  @Test
  void a_route_holds_it_until_its_exchange_ends_and_counts_a_failure_that_was_handled()
      throws Exception {
    try (CamelContext camel = new DefaultCamelContext()) {
      camel.addComponent("work", new WorkComponent(one, new Bells()));
      PluginHelper.getRoutesLoader(camel)
          .loadRoutes(
              ResourceHelper.resolveResource(
                  camel, "file:routes/shared/error-handling.camel.yaml"));
      camel.addRoutes(
          new RouteBuilder() {
            @Override
            public void configure() {
              from("direct:turn")
                  .routeConfigurationId("background")
                  .to("work:take?kind=test&by=company,lane")
                  .process(e -> write(String.valueOf(other.take("test", key + "/2").isPresent())))
                  .to("direct:part");
              from("direct:part")
                  .routeConfigurationId("background")
                  .filter(body().isEqualTo("fails"))
                  .throwException(new IllegalStateException("no luck"));
            }
          });
      camel.start();

      turn(camel, "works");
      assertThat(written()).as("could another take it meanwhile").isEqualTo("false");
      assertThat(failures()).isEmpty();
      turn(camel, "fails");
      assertThat(failures()).containsExactly(1);
      write("not reached");
      turn(camel, "works");
      assertThat(written()).isEqualTo("not reached");
    }
  }

  private void turn(CamelContext camel, String body) {
    camel
        .createProducerTemplate()
        .send(
            "direct:turn",
            exchange -> {
              exchange.setVariable("company", key);
              exchange.setVariable("lane", 2);
              exchange.getMessage().setBody(body);
            });
  }

  private List<Integer> failures() {
    return database
        .jdbc()
        .sql("select failures from work_lease where key = ?")
        .param(key + "/2")
        .query(Integer.class)
        .list();
  }

  private void write(String what) {
    database
        .jdbc()
        .sql(
            "insert into company (id, name) values (:id, :name)"
                + " on conflict (id) do update set name = excluded.name")
        .param("id", key)
        .param("name", what)
        .update();
  }

  private String written() {
    return database
        .jdbc()
        .sql("select name from company where id = ?")
        .param(key)
        .query(String.class)
        .single();
  }

  private static Leases engine() {
    return TestLeases.over(database.pool());
  }
}
