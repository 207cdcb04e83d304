package io.ledgerway.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerway.demo.CompanySetUp;
import io.ledgerway.demo.SandboxBooks;
import io.ledgerway.flow.XeroClient;
import io.ledgerway.local.EngineApi;
import io.ledgerway.local.EngineProcess;
import io.ledgerway.local.Expenses;
import io.ledgerway.local.SandboxSwitches.Organisation;
import io.ledgerway.local.Surroundings;
import io.ledgerway.local.Trade;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * As {@link CrashPointsTest}, of documents that change what stands in Xero, and of those that wait
 * for another one.
 */
class ChangeCrashPointsTest {

  private static final String COMPANY = "changing";
  private static final int AT_A_TIME = 20;
  private static final List<CrashPoint> POINTS =
      List.of(
          CrashPoint.AFTER_THE_CLAIM_AND_BEFORE_THE_INTENT,
          CrashPoint.AFTER_THE_INTENT_AND_BEFORE_THE_CALL,
          CrashPoint.AFTER_THE_CALL_AND_BEFORE_THE_ANSWER_IS_STORED);

  @Test
  @Tag("soak")
  void killed_wherever_it_changes_or_waits_every_document_is_in_xero_once_as_it_is_meant(
      @TempDir Path directory) throws Exception {
    try (Surroundings around = Surroundings.start();
        Expenses topic = new Expenses(around.kafka())) {
      around.kafka().addTopic(Trade.TOPIC, 1);
      around.kafka().addTopic(Trade.OUTCOMES, 1);
      around.sandbox().switches().limits(0, 0, 0);
      Organisation organisation = around.sandbox().switches().addOrganisation("Changing", "NZ");
      SandboxBooks books =
          SandboxBooks.read(
              around.sandbox().uri(), organisation.clientId(), organisation.clientSecret());
      JdbcClient ledger =
          JdbcClient.create(around.postgres().dataSource(around.settings().database()));
      try (Gates gates = new Gates(ledger, COMPANY)) {
        gates.copyOfRoutes(directory);
        Trade.copy(Path.of("mappings"), directory.resolve("mappings"));
        Trade.copyTo(directory);
        EngineProcess engine = start(around, directory);
        CompanySetUp.run(
            around.api(engine),
            COMPANY,
            organisation.clientId(),
            organisation.clientSecret(),
            books);
        Trade trade = new Trade(COMPANY);
        trade.choose(around.api(engine));
        send(topic, trade.client("c1", 1, "Ada Ltd"));
        await(around.api(engine), Map.of("POSTED", 1L));

        // New invoices, and receipts that come before them and wait.
        int invoices = 0;
        for (CrashPoint point : POINTS) {
          for (int i = invoices; i < invoices + AT_A_TIME; i++) {
            send(topic, trade.receipt("r" + i, 1, "i" + i, "1.00"));
          }
          gates.close(point);
          for (int i = invoices; i < invoices + AT_A_TIME; i++) {
            send(topic, trade.invoice("i" + i, 1, "c1", "10.00", "AUTHORISED"));
            send(topic, trade.order("o" + i, 1, "c1", "10.00"));
          }
          invoices += AT_A_TIME;
          engine = killAt(point, gates, engine, around, directory);
          await(around.api(engine), Map.of("POSTED", 1L + 3L * invoices));
        }
        // Orders that change; each point once more.
        int version = 1;
        for (CrashPoint point : POINTS) {
          version++;
          gates.close(point);
          for (int i = 0; i < invoices; i++) {
            send(topic, trade.order("o" + i, version, "c1", 10 + version + ".00"));
          }
          engine = killAt(point, gates, engine, around, directory);
          awaitVersion(around.api(engine), version, invoices);
        }
        XeroClient xero = XeroClient.of(around.sandbox().uri(), organisation);
        assertThat(xero.get("PurchaseOrders?page=1&pageSize=1000").get("PurchaseOrders"))
            .hasSize(invoices)
            .allSatisfy(
                order -> assertThat(order.get("Total").decimalValue()).isEqualByComparingTo("14"));
        assertThat(xero.get("Invoices?page=1&pageSize=1000").get("Invoices"))
            .hasSize(invoices)
            .allSatisfy(
                invoice ->
                    assertThat(invoice.get("AmountPaid").decimalValue()).isEqualByComparingTo("1"));
        engine.kill();
      }
    }
  }

  private static EngineProcess killAt(
      CrashPoint point, Gates gates, EngineProcess engine, Surroundings around, Path directory)
      throws Exception {
    assertThat(gates.reached(Duration.ofSeconds(30))).as(point.name()).isTrue();
    engine.kill();
    gates.open();
    return start(around, directory);
  }

  private static void send(Expenses topic, String event) throws Exception {
    topic.sendNow(new ProducerRecord<>(Trade.TOPIC, COMPANY, event));
  }

  private static void awaitVersion(EngineApi api, int version, int orders) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(
            () ->
                assertThat(api.pages("/companies/" + COMPANY + "/postings?kind=order&state=POSTED"))
                    .hasSize(orders)
                    .allSatisfy(
                        each -> assertThat(each.get("version").asInt()).isEqualTo(version)));
  }

  private static void await(EngineApi api, Map<String, Long> expected) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(200))
        .untilAsserted(() -> assertThat(api.summary(COMPANY)).isEqualTo(expected));
  }

  private static EngineProcess start(Surroundings around, Path directory) {
    return around
        .engine("engine-change-point")
        .jvm("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
        .environment("LEDGERWAY_INSTANCE_VALIDITY", "3s")
        .environment("LEDGERWAY_INSTANCE_BEAT", "1000")
        .environment("LEDGERWAY_INTAKE_SESSION_TIMEOUT", "1500")
        .environment("CAMEL_COMPONENT_KAFKA_HEARTBEAT_INTERVAL_MS", "300")
        .environment("LEDGERWAY_ROUTES_DIR", directory.resolve("routes").toString())
        .environment("LEDGERWAY_MAPPINGS_DIR", directory.resolve("mappings").toString())
        .start();
  }
}
