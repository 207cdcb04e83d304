package io.ledgerway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerway.flow.Engine.Company;
import io.ledgerway.local.Topic;
import io.ledgerway.trace.Traces;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Traces are off unless somebody turns them on. */
class NoTracesTest {

  private static final Engine ENGINE = Engine.shared();

  @Test
  void while_they_are_off_nothing_of_them_is_kept_told_or_running() {
    Company company = ENGINE.company();
    ProducerRecord<String, String> record =
        new ProducerRecord<>(
            "perk.expenses", company.id(), PlainExpense.of(company, "untraced-1").toString());
    record
        .headers()
        .add("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01".getBytes());

    ENGINE.expenses.sendNow(record);

    ENGINE.awaitSummary(company, Map.of("POSTED", 1L));
    assertThat(ENGINE.context.getBean(Traces.class).isOn()).isFalse();
    String id = ENGINE.api.postings(company.id(), "POSTED").get(0).get("id").asText();
    assertThat(ENGINE.api.get("/companies/" + company.id() + "/postings/" + id).has("trace"))
        .isFalse();
    assertThat(
            ENGINE
                .context
                .getBean(JdbcClient.class)
                .sql(
                    "select (select count(*) from posting where trace is not null) + (select"
                        + " count(*) from batch where trace is not null)")
                .query(Long.class)
                .single())
        .isZero();
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(Topic.readAll(ENGINE.around.kafka(), "perk.expense-exports"))
                    .filteredOn(told -> told.value().contains("untraced-1"))
                    .hasSize(1)
                    .allSatisfy(told -> assertThat(told.headers()).isEmpty()));
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().startsWith("BatchSpanProcessor"));
  }
}
