package io.ledgerway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerway.digest.Sha256;
import io.ledgerway.flow.Engine.Company;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One person's data is found, and goes on request. */
class ErasureTest {

  private static final Engine ENGINE = Engine.shared();
  private static final String EMAIL = "Wilhelmina.Harker@acme.example";
  private static final String PLAIN = "wilhelmina.harker@acme.example";
  private static final JdbcClient LEDGER =
      JdbcClient.create(ENGINE.around.postgres().dataSource(ENGINE.around.settings().database()));

  @Test
  void all_that_is_kept_of_a_person_is_found_and_erased_while_the_evidence_stays() {
    Company company = ENGINE.company();
    String path = "/companies/" + company.id();
    JsonNode contact =
        ENGINE
            .switches()
            .add(
                company.tenant(),
                "contacts",
                Map.of("Name", "Wilhelmina Harker", "EmailAddress", EMAIL));
    ENGINE.api.put(path + "/users/u-mina", Map.of("email", EMAIL, "active", true));
    ENGINE.readAgain(company);
    ObjectNode mine = PlainExpense.of(company, "mine");
    mine.with("employee").put("email", EMAIL);
    mine.put("merchant", "Lunch of " + EMAIL);
    ObjectNode another = PlainExpense.of(company, "of-another");
    another.put("description", "Approved by " + EMAIL);
    another
        .putArray("documents")
        .addObject()
        .put("id", "r")
        .put("kind", "receipt")
        .put("fileName", EMAIL + ".pdf")
        .put("contentType", "application/pdf")
        .put("url", "https://perk.example/" + EMAIL);
    ObjectNode held = mine.deepCopy().put("id", "held");
    PlainExpense.line(held).put("category", "none");
    for (ObjectNode each : List.of(mine, another, held)) {
      ENGINE.expenses.send(company.id(), each.toString());
    }
    ENGINE.expenses.sendNow(
        new ProducerRecord<>("perk.expenses", company.id(), "{\"of\":\"" + EMAIL + "\","));
    ENGINE.awaitSummary(company, Map.of("POSTED", 2L, "HELD", 1L));
    JsonNode search = search(path);
    assertThat(search.at("/documents/items"))
        .extracting(each -> each.get("sourceId").asText() + " " + each.get("finished").asBoolean())
        .containsExactlyInAnyOrder("mine true", "held false");
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(search(path).get("elsewhere"))
                    .extracting(
                        each -> each.get("place").asText() + " " + each.get("state").asText())
                    .contains("users ACTIVE", "contacts ACTIVE", "letters REFUSED"));
    ENGINE.api.post(path + "/exports", Map.of("filter", Map.of("employee", EMAIL)));

    beTold(company);

    JsonNode first = erase(path);
    assertThat(first.at("/result/left"))
        .extracting(each -> each.get("place").asText())
        .contains("documents", "users", "contacts");
    assertThat(first.at("/result/left").toString()).contains("It is HELD").doesNotContain(PLAIN);
    assertThat(first.at("/result/letters").asInt()).isEqualTo(1);
    assertThat(ENGINE.api.summary(company.id())).isEqualTo(Map.of("POSTED", 2L, "HELD", 1L));

    // What stood in the way is ended where it belongs.
    held.put("version", 2);
    PlainExpense.line(held).set("category", PlainExpense.line(mine).get("category"));
    ENGINE.expenses.send(company.id(), held.toString());
    ENGINE.expenses.flush();
    ENGINE.awaitSummary(company, Map.of("POSTED", 3L));
    ENGINE.api.delete(path + "/users/u-mina");
    ENGINE
        .switches()
        .change(
            company.tenant(),
            "contacts",
            contact.get("ContactID").asText(),
            Map.of("ContactStatus", "ARCHIVED"));
    ENGINE.readAgain(company);
    awaitTold(company);
    JsonNode second = erase(path);

    assertThat(second.at("/result/left")).as(second.toString()).isEmpty();
    assertThat(second.get("emailHash").asText()).isEqualTo(Sha256.of(PLAIN));
    assertThat(second.get("askedBy").asText()).isEqualTo("api-key");
    assertThat(placesOf(PLAIN)).isEmpty();
    assertThat(search(path).toString()).doesNotContainIgnoringCase("mine", PLAIN);
    JsonNode evidence = posting(company, "mine");
    assertThat(evidence.at("/contentsRemoved/by").asText()).isEqualTo("ERASURE");
    assertThat(evidence.get("total").decimalValue()).isEqualByComparingTo("11.50");
    assertThat(evidence.get("xeroId").asText()).isNotEmpty();
    assertThat(evidence.get("marker").asText()).startsWith("LW-");
    assertThat(evidence.at("/document/LineItems/0/AccountCode").asText()).isNotEmpty();

    // It comes again, and is neither posted nor kept.
    ENGINE.expenses.send(company.id(), mine.toString());
    ENGINE.expenses.send(company.id(), PlainExpense.of(company, "after").toString());
    ENGINE.expenses.flush();
    ENGINE.awaitSummary(company, Map.of("POSTED", 4L));
    assertThat(placesOf(PLAIN)).isEmpty();
  }

  @Test
  void wrong_requests_are_refused_and_the_address_is_in_none_of_them() {
    Company company = ENGINE.company();
    String path = "/companies/" + company.id() + "/people";
    assertThatThrownBy(() -> ENGINE.api.post(path + "/search", Map.of("email", "nobody")))
        .hasMessageContaining("400");
    assertThatThrownBy(() -> ENGINE.api.post(path + "/erasures", Map.of()))
        .hasMessageContaining("400");
    assertThatThrownBy(
            () -> ENGINE.api.get(path + "/erasures/0192f3a0-0000-7000-8000-000000000000"))
        .hasMessageContaining("404");
    assertThat(
            ENGINE
                .api
                .post(path + "/search", Map.of("email", "no.one@acme.example"))
                .at("/documents/items"))
        .isEmpty();
  }

  /** A notice named the person's record, and a destination knows of it. */
  private static void beTold(Company company) {
    LEDGER
        .sql(
            """
            with destination as (
              insert into notice_destination (id, company, place, kind, occasion, enabled)
              values (gen_random_uuid(), :company, 0, 'TOPIC', 'AT_ONCE', false) returning id
            ), delivery as (
              insert into notice_delivery (id, destination, company, occasion, body, state, made_at)
              select gen_random_uuid(), id, :company, 'CHANGES', json_build_object('message', :message)::text, 'DELIVERED', now()
              from destination
            )
            insert into notice_told (destination, need, about, code, actor, message, number)
            select id, '0', 'DOCUMENTS', 'CONTACT_NOT_FOUND', 'ADMIN', :message, 1 from destination
            """)
        .param("company", company.id())
        .param("message", "No contact has " + EMAIL + ".")
        .update();
  }

  private static JsonNode search(String path) {
    return ENGINE.api.post(path + "/people/search", Map.of("email", EMAIL));
  }

  private static JsonNode erase(String path) {
    String id =
        ENGINE.api.post(path + "/people/erasures", Map.of("email", EMAIL)).get("id").asText();
    return Awaitility.await("the erasure")
        .atMost(Duration.ofSeconds(40))
        .until(
            () -> ENGINE.api.get(path + "/people/erasures/" + id),
            each -> each.get("state").asText().equals("DONE"));
  }

  private static JsonNode posting(Company company, String sourceId) {
    JsonNode found =
        ENGINE.api.get("/companies/" + company.id() + "/postings?sourceId=" + sourceId);
    return ENGINE.api.get(
        "/companies/" + company.id() + "/postings/" + found.at("/items/0/id").asText());
  }

  private static void awaitTold(Company company) {
    // What is held is looked at for two minutes after a change.
    LEDGER
        .sql(
            "update books_moved set at = at - interval '3 minutes', look_at = at where company ="
                + " :c")
        .param("c", company.id())
        .update();
    Awaitility.await("all told")
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                LEDGER
                        .sql(
                            "select (select count(*) from posting_history where told_at is null and"
                                + " state in ('POSTED', 'HELD') and company = :c) + (select"
                                + " count(*) from reference_change c where told and company = :c"
                                + " and id > coalesce((select min(published) from"
                                + " reference_publication where company = :c), 0)) + (select"
                                + " count(*) from books_moved where company = :c)")
                        .param("c", company.id())
                        .query(Long.class)
                        .single()
                    == 0);
  }

  /** Every column of every table, as text and, of bytes, as the text that they may be. */
  private static List<String> placesOf(String email) {
    List<String> places = new ArrayList<>();
    LEDGER
        .sql(
            "select c.table_name, c.column_name, c.data_type from information_schema.columns c join"
                + " information_schema.tables t using (table_schema, table_name) where"
                + " c.table_schema = 'public' and t.table_type = 'BASE TABLE'")
        .query(
            row -> {
              String column = '"' + row.getString(2) + '"';
              String text =
                  row.getString(3).equals("bytea")
                      ? "encode(" + column + ", 'escape')"
                      : column + "::text";
              long found =
                  LEDGER
                      .sql(
                          "select count(*) from \"%s\" where strpos(lower(%s), ?) > 0"
                              .formatted(row.getString(1), text))
                      .param(email)
                      .query(Long.class)
                      .single();
              if (found > 0) {
                places.add(row.getString(1) + "." + row.getString(2) + ": " + found);
              }
            });
    return places;
  }
}
