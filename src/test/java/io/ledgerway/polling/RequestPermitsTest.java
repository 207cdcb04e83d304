package io.ledgerway.polling;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerway.local.DatabaseTime;
import io.ledgerway.polling.RequestPermits.Taken;
import io.ledgerway.xero.Database;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Several engines over one database, whose time the test moves. */
class RequestPermitsTest {

  private static final List<RequestLimit> LIMITS = RequestLimit.read("5/10s,20/60s");
  private static Database database;
  private static DatabaseTime time;

  private final String credential = UUID.randomUUID().toString();
  private final RequestPermits one = permits();
  private final RequestPermits other = permits();

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
  void of_many_threads_of_two_engines_as_many_ask_as_the_source_allows() {
    List<CompletableFuture<Boolean>> tries =
        IntStream.range(0, 12)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> (i % 2 == 0 ? one : other).take(credential, LIMITS).permit() != null))
            .toList();

    assertThat(tries.stream().filter(CompletableFuture::join)).hasSize(5);
    assertThat(one.take("another", LIMITS).permit()).isNotNull();
  }

  @Test
  void a_request_counts_until_the_window_has_passed_since_its_answer() {
    List<UUID> begun = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      begun.add(one.take(credential, LIMITS).permit());
    }
    time.advance(Duration.ofSeconds(30));
    assertThat(one.take(credential, LIMITS).permit()).as("none was answered").isNull();
    begun.forEach(one::end);
    time.advance(Duration.ofSeconds(10));
    assertThat(one.take(credential, LIMITS).permit()).as("ten seconds later").isNull();
    time.advance(Duration.ofSeconds(2));

    assertThat(one.take(credential, LIMITS).permit()).isNotNull();
  }

  @Test
  void an_engine_that_died_while_it_asked_blocks_nobody_for_good() {
    for (int i = 0; i < 5; i++) {
      one.take(credential, LIMITS);
    }
    time.advance(Duration.ofSeconds(132));

    assertThat(other.take(credential, LIMITS).permit()).isNotNull();
  }

  @Test
  void what_the_source_says_counts_whatever_was_counted_here() {
    one.pause(credential, 40);
    time.advance(Duration.ofSeconds(39));
    assertThat(other.take(credential, LIMITS).freeFrom()).isNotNull();
    time.advance(Duration.ofSeconds(2));

    assertThat(other.take(credential, LIMITS).permit()).isNotNull();
  }

  /** Asked at any moment and answered at any later one: no window of the source is overdrawn. */
  @Test
  void no_window_is_ever_overdrawn_and_who_comes_when_told_is_let_in() {
    Random random = new Random(7);
    List<Long> arrivals = new ArrayList<>();
    long now = 0;
    for (int i = 0; i < 60; i++) {
      Taken taken = (i % 2 == 0 ? one : other).take(credential, LIMITS);
      if (taken.permit() != null) {
        long travel = random.nextInt(4000);
        time.advance(Duration.ofMillis(travel));
        arrivals.add(now + random.nextInt((int) travel + 1));
        now += travel;
        one.end(taken.permit());
      } else {
        long wait = 500 + random.nextInt(9000);
        time.advance(Duration.ofMillis(wait));
        now += wait;
      }
    }
    for (long end : arrivals) {
      assertThat(arrivals.stream().filter(at -> at > end - 10_000 && at <= end).count())
          .isLessThanOrEqualTo(5);
      assertThat(arrivals.stream().filter(at -> at > end - 60_000 && at <= end).count())
          .isLessThanOrEqualTo(20);
    }
    assertThat(arrivals.size()).isGreaterThan(20);
  }

  private static RequestPermits permits() {
    return new RequestPermits(database.jdbc(), new JdbcTransactionManager(database.pool()));
  }
}
