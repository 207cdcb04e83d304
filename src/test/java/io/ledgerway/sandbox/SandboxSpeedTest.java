package io.ledgerway.sandbox;

import static io.ledgerway.sandbox.Bodies.all;
import static io.ledgerway.sandbox.Bodies.spend;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The sandbox as a process of 512 MB: what a call costs it, in time of one core. */
@Tag("bench")
class SandboxSpeedTest {

  private final ExecutorService pool = Executors.newFixedThreadPool(4);
  private Process process;
  private XeroCalls xero;

  @BeforeEach
  void start() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            SandboxApplication.class.getName());
    builder.environment().put("SANDBOX_PORT", "" + port);
    // Meant for the engine, in the shell of somebody who runs both: no port of the sandbox.
    builder.environment().put("SERVER_PORT", "1");
    process =
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    xero = new XeroCalls("http://localhost:" + port);
    await()
        .atMost(Duration.ofSeconds(30))
        .ignoreExceptions()
        .until(() -> xero.get("Organisation").status() == 200);
    xero.limitsOff();
  }

  @AfterEach
  void stop() {
    pool.shutdownNow();
    process.destroyForcibly();
  }

  @Test
  void a_thousand_mixed_calls_a_second_on_one_core() throws Exception {
    String ada = xero.get("Contacts").at("/Contacts/0/ContactID").asText();
    Callable<?>[] calls =
        IntStream.range(0, 10_000)
            .mapToObj(i -> (Callable<?>) () -> good(mixed(i, ada)))
            .toArray(Callable[]::new);
    cpu(calls);
    Duration used = cpu(calls);
    System.out.printf("10,000 mixed calls: %.2f s of one core%n", used.toMillis() / 1000.0);
    assertThat(used).isLessThan(Duration.ofSeconds(10));
  }

  private static XeroCalls.Reply good(XeroCalls.Reply reply) {
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return reply;
  }

  /** Six reads and four writes in turn. */
  private XeroCalls.Reply mixed(int i, String ada) {
    return switch (i % 10) {
      case 0 -> xero.get("Organisation");
      case 1 -> xero.get("TaxRates");
      case 2 -> xero.get("Contacts?page=1&pageSize=5");
      case 3 -> xero.get("Items");
      case 4 -> xero.get("Accounts");
      case 5 -> xero.get("Invoices?page=1&pageSize=5&order=UpdatedDateUTC%20DESC");
      case 6 -> xero.put("BankTransactions", spend(ada, "m" + i, "12.34", "5.60"));
      case 7 -> xero.put("Invoices", Bodies.bill(ada, "m" + i, "100.00"));
      case 8 -> xero.post("Contacts/" + ada, Map.of("FirstName", "A" + i));
      default -> xero.put("ManualJournals", Bodies.journal("m" + i, "429", "1", "835", "-1"));
    };
  }

  @Test
  void a_hundred_thousand_documents_in_512_megabytes() throws Exception {
    String ada = xero.get("Contacts").at("/Contacts/0/ContactID").asText();
    Callable<?>[] batches =
        IntStream.range(0, 2_000)
            .mapToObj(
                batch ->
                    (Callable<?>)
                        () -> {
                          Object[] fifty =
                              IntStream.range(0, 50)
                                  .mapToObj(i -> spend(ada, "B" + batch + "-" + i, "12.34"))
                                  .toArray();
                          return xero.put(
                              "BankTransactions?summarizeErrors=false",
                              all("BankTransactions", fifty),
                              "Idempotency-Key",
                              "k" + batch);
                        })
            .toArray(Callable[]::new);
    Duration used = cpu(batches);
    System.out.printf(
        "100,000 documents, 50 a call: %.2f s of one core%n", used.toMillis() / 1000.0);
    assertThat(used).isLessThan(Duration.ofSeconds(20));
    long begun = System.nanoTime();
    assertThat(
            xero.get(
                    "BankTransactions?page=1&"
                        + XeroCalls.where("Reference!=null&&Reference.StartsWith(\"B1999-\")"))
                .at("/pagination/itemCount")
                .asInt())
        .isEqualTo(50);
    Duration search = Duration.ofNanos(System.nanoTime() - begun);
    System.out.printf("StartsWith over 100,000: %d ms%n", search.toMillis());
    assertThat(search).isLessThan(Duration.ofSeconds(1));
  }

  private Duration cpu(Callable<?>[] calls) throws Exception {
    Duration before = process.info().totalCpuDuration().orElseThrow();
    List<Future<?>> running = new ArrayList<>();
    for (Callable<?> call : calls) {
      running.add(pool.submit(call));
    }
    for (Future<?> one : running) {
      one.get();
    }
    return process.info().totalCpuDuration().orElseThrow().minus(before);
  }
}
