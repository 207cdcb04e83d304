package io.ledgerway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerway.demo.Sample;
import io.ledgerway.flow.Engine.Company;
import io.ledgerway.log.TextEncoder;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database says of the rows that it refuses stays with the database. */
class LeaksTest {

  private static final String SECRET = "somebody.private";

  private static final String KEPT = "kept";
  private static final Logger ALL = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private static final Logger OURS = (Logger) LoggerFactory.getLogger("io.ledgerway");
  private static final ByteArrayOutputStream LOG = new ByteArrayOutputStream();

  private static Engine engine;
  private static JdbcClient database;

  @BeforeAll
  static void start() {
    engine = Engine.shared();
    database = engine.context.getBean(JdbcClient.class);
    ALL.addAppender(kept());
    OURS.setLevel(Level.INFO);
  }

  @AfterAll
  static void forget() {
    ALL.detachAppender(KEPT);
    OURS.setLevel(null);
  }

  /** All that is logged, as it would be written. */
  private static Appender<ILoggingEvent> kept() {
    TextEncoder encoder = new TextEncoder();
    encoder.setContext(ALL.getLoggerContext());
    encoder.setPattern("%d %level %logger %msg%n");
    encoder.start();
    OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
    appender.setContext(ALL.getLoggerContext());
    appender.setName(KEPT);
    appender.setEncoder(encoder);
    appender.setOutputStream(LOG);
    appender.start();
    return appender;
  }

  private static String log() {
    return LOG.toString(StandardCharsets.UTF_8);
  }

  @AfterEach
  void mend() {
    LOG.reset();
    allow("posting");
    allow("organisation_record");
  }

  @Test
  void what_the_database_refuses_of_a_document_is_told_without_its_values() {
    Company company = engine.company();
    refuse("posting", "event not like '%" + SECRET + "%'");
    Sample good = company.expenses(71).cards(1, 1).get(0);
    String secret =
        good.value()
            .replaceFirst("\"merchant\":\"[^\"]*\"", "\"merchant\":\"" + SECRET + "@example.com\"");

    engine.expenses.sendNow(new ProducerRecord<>("perk.expenses", company.id(), secret));

    JsonNode letter = awaitLetter(company, "NOT_STORABLE");
    String message = letter.get("message").asText();
    assertThat(message)
        .matches(
            "The database refuses it: a value is not one of those allowed \\(reference"
                + " [0-9a-f-]+\\)");
    // What was sent stays, in the letter itself alone.
    assertThat(((ObjectNode) letter.deepCopy()).without("payload").toString())
        .doesNotContain(SECRET);
    String reference = message.replaceFirst(".*reference (.*)\\)", "$1");
    assertThat(log())
        .contains("event=refused_by_database reference=" + reference)
        .contains("SQLState 23514 table posting constraint not_this")
        .doesNotContain(SECRET);
    assertThat(tablesThatHold(SECRET)).isEmpty();
  }

  @Test
  void an_import_that_the_database_refuses_is_told_without_its_values() {
    Company company = engine.company();
    engine
        .switches()
        .add(
            company.tenant(),
            "contacts",
            Map.of("Name", "Private Somebody", "EmailAddress", SECRET + "@example.com"));
    refuse("organisation_record", "coalesce(email, '') not like '%" + SECRET + "%'");

    engine.api.startImport(company.id());

    JsonNode last =
        Awaitility.await("the import to fail")
            .atMost(Duration.ofSeconds(30))
            .until(
                () -> engine.api.company(company.id()).get("lastImport"),
                each -> each.path("state").asText().equals("FAILED"));
    assertThat(last.get("problem").asText())
        .matches("IMPORT_FAILED: .* reference [0-9a-f-]{36}\\.")
        .doesNotContain(SECRET);
    String reference = last.get("problem").asText().replaceFirst(".*reference (.*)\\.", "$1");
    assertThat(log())
        .contains("reference=" + reference)
        .contains("SQLState 23514 table organisation_record constraint not_this")
        .doesNotContain(SECRET);
    assertThat(
            database
                .sql("select problem from work_lease where problem is not null")
                .query(String.class)
                .list())
        .noneMatch(problem -> problem.contains(SECRET));
    assertThat(engine.api.company(company.id()).toString()).doesNotContain(SECRET);
  }

  @Test
  void no_name_of_a_record_can_forge_a_line_of_the_log() {
    Company company = engine.company();
    String forged = "nobody\nevent=settled company=" + company.id() + " \u001b[31m";
    Sample good = company.expenses(72).cards(1, 1).get(0);
    String unknown =
        good.value()
            .replaceFirst(
                "\"company\":\"[^\"]*\"",
                "\"company\":\"nobody\\\\nevent=forged code=x \\\\u001b[31m\"");
    ProducerRecord<String, String> record = new ProducerRecord<>("perk.expenses", forged, unknown);
    record.headers().add("event=forged\n", "event=forged\u001b[31m".getBytes());

    engine.expenses.sendNow(record);

    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(log()).contains("event=dead_letter code="));
    assertThat(log().lines())
        .noneMatch(line -> line.contains("event=forged") || line.startsWith("event="));
    assertThat(log()).doesNotContain("\u001b[31m");
  }

  private static JsonNode awaitLetter(Company company, String code) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                engine.api.deadLetters().stream()
                    .filter(letter -> letter.path("key").asText().equals(company.id()))
                    .filter(letter -> letter.get("code").asText().equals(code))
                    .toList(),
            letters -> !letters.isEmpty())
        .get(0);
  }

  private static void refuse(String table, String rule) {
    database
        .sql("alter table %s add constraint not_this check (%s) not valid".formatted(table, rule))
        .update();
  }

  private static void allow(String table) {
    database.sql("alter table %s drop constraint if exists not_this".formatted(table)).update();
  }

  private static List<String> tablesThatHold(String text) {
    return database
        .sql("select table_name from information_schema.tables where table_schema = 'public'")
        .query(String.class)
        .list()
        .stream()
        .filter(
            table ->
                database
                    .sql(
                        "select exists (select from %s t where t::text like '%%' || :text || '%%')"
                            .formatted(table))
                    .param("text", text)
                    .query(Boolean.class)
                    .single())
        .toList();
  }
}
