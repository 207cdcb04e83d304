package io.ledgerway.connection;

import static io.ledgerway.secret.SecretsTest.OLD;
import static io.ledgerway.xero.RoughServer.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerway.xero.Database;
import io.ledgerway.xero.MovableClock;
import io.ledgerway.xero.RoughServer;
import io.ledgerway.xero.XeroUncertain;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Two instances on one database against a Xero that rotates, forgets and loses its answers. */
class RefreshRaceTest {

  private static final Duration GRACE = Duration.ofMinutes(30);

  private final MovableClock clock = new MovableClock();
  private final Map<String, Instant> firstUsed = new HashMap<>();
  private final AtomicInteger refreshes = new AtomicInteger();
  private final AtomicInteger lost = new AtomicInteger();
  private int issued;

  @Test
  void a_hundred_refreshes_raced_by_two_instances_with_lost_answers_keep_the_connection()
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (Database database = new Database();
        RoughServer xero = new RoughServer()) {
      xero.otherwise(this::meet);
      database.jdbc().sql("insert into company (id, name) values ('acme', 'A')").update();
      ConnectionsBench one = new ConnectionsBench(database, clock, xero.uri(), OLD);
      ConnectionsBench two = new ConnectionsBench(database, clock, xero.uri(), OLD);
      String url = one.consents.ask("acme", Asker.program("ada")).url().toString();
      one.consents.consented(url.replaceAll(".*[?&]state=([^&]*).*", "$1"), "code", null);

      for (int round = 1; round <= 100; round++) {
        clock.forward(Duration.ofMinutes(29));
        List<Future<String>> raced = new ArrayList<>();
        for (ConnectionsBench each : List.of(one, two, one, two)) {
          raced.add(threads.submit(() -> token(each)));
        }
        for (Future<String> each : raced) {
          each.get();
        }
        clock.forward(Duration.ofSeconds(4));
        String first = tokenAtLast(one);
        assertThat(tokenAtLast(two)).as("round " + round).isEqualTo(first);
      }

      assertThat(one.connections.find("acme").orElseThrow().state())
          .isEqualTo(Connection.State.ACTIVE);
      assertThat(lost.get()).isGreaterThan(30);
      assertThat(refreshes.get() - lost.get())
          .as("one refresh a round, but for lost ones")
          .isEqualTo(100);
    } finally {
      threads.shutdownNow();
    }
  }

  /** Null when none could be had just now. */
  private static String token(ConnectionsBench instance) {
    try {
      return instance.tokens.grant("acme").token();
    } catch (XeroUncertain e) {
      return null;
    }
  }

  private String tokenAtLast(ConnectionsBench instance) {
    for (int attempt = 0; attempt < 10; attempt++) {
      String token = token(instance);
      if (token != null) {
        return token;
      }
      clock.forward(Duration.ofSeconds(4));
    }
    throw new AssertionError("No token after ten attempts");
  }

  private synchronized void meet(RoughServer.Received request, java.net.Socket socket)
      throws java.io.IOException {
    if (!request.target().equals("/connect/token")) {
      answer(
              200,
              "[{\"id\":\"c-1\",\"tenantId\":\"t-1\",\"tenantType\":\"ORGANISATION\",\"tenantName\":\"One\"}]")
          .meet(request, socket);
      return;
    }
    if (request.body().contains("grant_type=refresh_token")) {
      String shown = request.body().replaceAll(".*refresh_token=(refresh-\\d+).*", "$1");
      Instant first = firstUsed.computeIfAbsent(shown, never -> clock.instant());
      if (!clock.instant().isBefore(first.plus(GRACE))) {
        answer(400, "{\"error\":\"invalid_grant\"}").meet(request, socket);
        return;
      }
      if (refreshes.incrementAndGet() % 3 == 0) {
        issued++;
        lost.incrementAndGet();
        RoughServer.reset().meet(request, socket);
        return;
      }
    }
    int n = ++issued;
    answer(
            200,
            "{\"access_token\":\"access-%d\",\"refresh_token\":\"refresh-%d\",\"expires_in\":1800}"
                .formatted(n, n))
        .meet(request, socket);
  }
}
