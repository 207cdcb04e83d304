package io.ledgerway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.demo.Sample;
import io.ledgerway.flow.Engine.Company;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** What an edit would do to documents that came before is seen before it is in force. */
class MappingReplayTest {

  private static final Engine ENGINE = Engine.shared();
  private static final Path MAPPINGS = Path.of("mappings");

  @TempDir Path folder;

  @Test
  void documents_that_would_differ_are_named_by_field_and_nothing_is_changed() throws Exception {
    Company company = ENGINE.company();
    ENGINE.send(company.expenses(161).good(40));
    ENGINE.awaitSummary(company, Map.of("POSTED", 40L));
    long before = state(company);
    FileSystemUtils.copyRecursively(MAPPINGS, folder);
    Commands none =
        Commands.run(ENGINE, "replay", "--mappings", folder.toString(), "--company", company.id());
    assertThat(none.out())
        .isEqualTo(
            "0 events: 0 different, 0 would be held, 0 released, 0 held for other reasons, 0 the"
                + " same.\n");
    assertThat(none.code()).isZero();

    // The part that all kinds of lines share: every document that uses it is another one.
    edit("perk/card-expense", "\"Type\": \"SPEND\"", "\"Type\": \"SPEND-OVERPAYMENT\"");
    Commands edited =
        Commands.run(ENGINE, "replay", "--mappings", folder.toString(), "--company", company.id());
    int cards =
        (int)
            ENGINE.api.postings(company.id(), "POSTED").stream()
                .filter(each -> each.get("kind").asText().equals("card-expense"))
                .count();
    assertThat(cards).isPositive();
    assertThat(edited.code()).isEqualTo(1);
    assertThat(edited.out())
        .contains("40 events: ")
        .contains((40 - cards) + " the same.")
        .contains("(POSTED): ");
    assertThat(state(company)).isEqualTo(before);
  }

  @Test
  void what_would_be_held_released_or_entered_otherwise_is_told() throws Exception {
    Company company = ENGINE.company();
    List<Sample> samples = new ArrayList<>(company.expenses(162).cards(3, 1));
    Sample nobody = samples.get(2);
    samples.set(
        2,
        new Sample(
            nobody.id(),
            nobody.key(),
            nobody.value().replaceAll("\"email\":\"[^\"]+\"", "\"email\":\"x@nowhere.example\""),
            nobody.fate(),
            nobody.why()));
    ENGINE.send(samples);
    ENGINE.awaitSummary(company, Map.of("POSTED", 2L, "HELD", 1L));
    long before = state(company);
    String email = samples.get(0).value().replaceAll(".*\"email\":\"([^\"]+)\".*", "$1");

    JsonNode swapped =
        replay(
            company,
            "perk/card-expense",
            text("perk/card-expense")
                .replace(
                    "$contactByEmail(employee.email)",
                    "$contactByEmail(employee.email = \"x@nowhere.example\" ? \""
                        + email
                        + "\" : \"y@nowhere.example\")"));
    assertThat(swapped.get("held").asInt()).isEqualTo(2);
    assertThat(swapped.get("released").asInt()).isEqualTo(1);
    assertThat(swapped.get("documents").findValuesAsText("change"))
        .containsExactlyInAnyOrder("HELD", "HELD", "RELEASED");
    assertThat(swapped.get("documents").toString()).contains("CONTACT_NOT_FOUND employee.email");

    JsonNode date =
        replay(
            company,
            "perk/card-expense",
            text("perk/card-expense")
                .replace("\"LineAmountTypes\"", "\"IsReconciled\": true, \"LineAmountTypes\""));
    assertThat(date.get("different").asInt()).isEqualTo(2);
    assertThat(date.get("same").asInt()).isEqualTo(1);
    assertThat(date.at("/documents/0/fields/0/path").asText()).isEqualTo("IsReconciled");
    assertThat(date.at("/documents/0/fields/0/after").asBoolean()).isTrue();

    JsonNode entered =
        replay(
            company,
            "perk/ledger-entry",
            text("perk/ledger-entry").replace("\"currency\": currency", "\"currency\": \"AUD\""));
    assertThat(entered.get("edited").toString()).contains("perk/ledger-entry");
    assertThat(entered.get("same").asInt()).isLessThan(3);
    assertThat(state(company)).isEqualTo(before);
  }

  @Test
  void ten_thousand_events_are_run_in_half_a_minute() throws Exception {
    Company company = ENGINE.company();
    ENGINE.api.scheduleExports(company.id(), Map.of("mode", "MANUAL"));
    ENGINE.send(company.expenses(163).cards(10_000, 2));
    Awaitility.await()
        .atMost(Duration.ofMinutes(4))
        .until(() -> ENGINE.api.summary(company.id()).equals(Map.of("READY", 10_000L)));

    long began = System.nanoTime();
    Map<String, Object> asked = new HashMap<>();
    asked.put("company", company.id());
    asked.put("last", 10_000);
    asked.put(
        "mappings",
        Map.of(
            "perk/expense-lines",
            text("perk/expense-lines")
                .replace("\"Description\": $cut(", "\"Description\": \"! \" & $cut(")));
    JsonNode replayed = ENGINE.api.post("/mappings/replay", asked);
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    System.out.println("event=replayed events=10000 took=" + took);

    assertThat(replayed.get("stopped").asBoolean()).isFalse();
    assertThat(replayed.get("events").asInt()).isEqualTo(10_000);
    assertThat(replayed.get("different").asInt()).isEqualTo(10_000);
    assertThat(replayed.get("documents")).hasSize(300);
    // Half a minute on two cores of its own; a machine that others use is given more.
    assertThat(took).isLessThan(Duration.ofSeconds(60));
  }

  @Test
  void a_broken_edit_and_too_much_are_refused_with_their_place() {
    Company company = ENGINE.company();
    assertThatThrownBy(() -> replay(company, "perk/card-expense", "{ \"Type\": "))
        .hasMessageContaining("MAPPING_BROKEN")
        .hasMessageContaining("perk/card-expense.jsonata:1:");
    assertThatThrownBy(() -> replay(company, "../perk", "1")).hasMessageContaining("MAPPING_NAME");
    assertThatThrownBy(() -> replay(company, "shared/outcome", "1"))
        .hasMessageContaining("NO_SOURCES_MAPPING");
    assertThatThrownBy(
            () -> ENGINE.api.post("/mappings/replay", Map.of("last", 10_001, "mappings", Map.of())))
        .hasMessageContaining("LIMIT_NOT_VALID");
    assertThatThrownBy(() -> ENGINE.api.post("/mappings/replay", Map.of("last", 1)))
        .hasMessageContaining("REQUEST_NOT_VALID");
    // An endless one ends.
    JsonNode endless =
        replay(company, "perk/card-expense", "( $f := function($x) { $f($x) }; $f(1) )");
    assertThat(endless.get("events").asInt()).isZero();
  }

  private JsonNode replay(Company company, String mapping, String text) {
    Map<String, Object> asked = new HashMap<>();
    asked.put("company", company.id());
    asked.put("mappings", Map.of(mapping, text));
    return ENGINE.api.post("/mappings/replay", asked);
  }

  private void edit(String mapping, String part, String by) throws Exception {
    String text = text(mapping);
    assertThat(text).contains(part);
    Files.writeString(folder.resolve(mapping + ".jsonata"), text.replace(part, by));
  }

  private static String text(String mapping) throws Exception {
    return Files.readString(MAPPINGS.resolve(mapping + ".jsonata"));
  }

  private static long state(Company company) {
    return JdbcClient.create(ENGINE.context.getBean(javax.sql.DataSource.class))
        .sql(
            """
            select (select count(*) * 1000003 + coalesce(sum(hashtext(p::text)::bigint), 0) from posting p where company = :company)
                   + (select count(*) from posting_history where company = :company)
                   + (select count(*) from batch where company = :company)
                   + (select count(*) from dead_letter where company = :company)
            """)
        .param("company", company.id())
        .query(Long.class)
        .single();
  }
}
