package io.ledgerway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerway.demo.Sample;
import io.ledgerway.flow.Engine.Company;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What would become of an event or a document is said before anything is done. */
class PreviewTest {

  private static final Engine ENGINE = Engine.shared();

  @Test
  void an_event_is_previewed_and_later_goes_to_xero_byte_for_byte_as_it_was_shown()
      throws Exception {
    Company company = ENGINE.company();
    ENGINE.api.scheduleExports(company.id(), Map.of("mode", "MANUAL"));
    Sample sample = company.expenses(141).cards(1, 2).get(0);
    Map<String, Long> before = rows(company);
    int calls = calls(company);

    String text = preview(company, "perk", sample.value());
    JsonNode preview = new ObjectMapper().readTree(text);

    assertThat(rows(company)).isEqualTo(before);
    assertThat(calls(company)).isEqualTo(calls);
    assertThat(preview.hasNonNull("refused")).isFalse();
    assertThat(preview.at("/entry/outcome").asText()).isEqualTo("STORED");
    assertThat(preview.at("/entry/state").asText()).isEqualTo("READY");
    assertThat(preview.at("/entry/kind").asText()).isEqualTo("card-expense");
    assertThat(preview.at("/entry/resource").asText()).isEqualTo("BankTransactions");
    assertThat(preview.at("/entry").hasNonNull("posting")).isFalse();
    assertThat(preview.at("/call/method").asText()).isEqualTo("PUT");
    assertThat(preview.at("/call/path").asText())
        .isEqualTo("/api.xro/2.0/BankTransactions?summarizeErrors=false");
    assertThat(preview.at("/call/mostDocuments").asInt()).isEqualTo(50);
    assertThat(preview.at("/call/released").asBoolean()).isFalse();
    assertThat(preview.get("knownLater")).hasSize(2);

    ENGINE.send(List.of(sample));
    ENGINE.awaitSummary(company, Map.of("READY", 1L));
    JsonNode ready = ENGINE.api.postings(company.id(), "READY").get(0);
    String id = ready.get("id").asText();
    String atRest = get("/companies/" + company.id() + "/postings/" + id + "/preview");
    assertThat(document(text).replace(preview.at("/knownLater/1/text").asText(), id))
        .isEqualTo(document(atRest));

    ENGINE.api.startExport(company.id());
    ENGINE.awaitSummary(company, Map.of("POSTED", 1L));
    JsonNode posted = ENGINE.api.get("/companies/" + company.id() + "/postings/" + id);
    String sent =
        JdbcClient.create(ENGINE.context.getBean(javax.sql.DataSource.class))
            .sql("select document from posting where id = :id::uuid")
            .param("id", id)
            .query(String.class)
            .single();
    assertThat(sent)
        .isEqualTo(
            document(atRest)
                .replace(preview.at("/knownLater/0/text").asText(), posted.get("marker").asText()));
    assertThat(preview.at("/call/bytes").asInt())
        .isEqualTo(sent.getBytes(java.nio.charset.StandardCharsets.UTF_8).length);
  }

  @Test
  void all_that_stands_in_the_way_is_said_with_who_acts() throws Exception {
    Company company = ENGINE.company();
    Sample sample = company.expenses(142).cards(1, 2).get(0);
    Map<String, Long> before = rows(company);

    JsonNode held =
        new ObjectMapper()
            .readTree(
                preview(
                    company,
                    "perk",
                    sample
                        .value()
                        .replaceAll("\"email\":\"[^\"]+\"", "\"email\":\"nobody@nowhere.example\"")
                        .replaceAll("\"category\":\"[^\"]+\"", "\"category\":\"no-such\"")));
    assertThat(held.at("/entry/state").asText()).isEqualTo("HELD");
    assertThat(held.get("problems").findValuesAsText("code"))
        .contains("CONTACT_NOT_FOUND", "CATEGORY_UNKNOWN");
    assertThat(held.get("problems"))
        .allSatisfy(
            problem -> {
              assertThat(problem.get("actor").asText()).isNotBlank();
              assertThat(problem.get("action").asText()).isNotBlank();
              assertThat(problem.get("field").asText()).isNotBlank();
            });
    assertThat(held.hasNonNull("document")).isFalse();
    assertThat(held.hasNonNull("call")).isFalse();

    // Not of its schema: held under its id, with the field.
    JsonNode wrong =
        new ObjectMapper()
            .readTree(
                preview(
                    company,
                    "perk",
                    sample.value().replaceAll("\"currency\":\"[^\"]+\"", "\"currency\":7")));
    assertThat(wrong.at("/entry/notOfSchema").asText()).endsWith("expense.v1.schema.json");
    assertThat(wrong.at("/problems/0/field").asText()).isEqualTo("currency");

    // What does not even say which document it is.
    JsonNode letter = new ObjectMapper().readTree(preview(company, "perk", "{\"id\": 1}"));
    assertThat(letter.at("/refused/code").asText()).isNotBlank();
    assertThat(letter.at("/refused/action").asText()).isNotBlank();
    assertThat(letter.hasNonNull("entry")).isFalse();
    assertThat(rows(company)).isEqualTo(before);
  }

  @Test
  void what_stands_in_the_ledger_already_is_told_as_the_ledger_would() throws Exception {
    Company company = ENGINE.company();
    Sample sample = company.expenses(143).cards(1, 1).get(0);
    ENGINE.send(List.of(sample));
    ENGINE.awaitSummary(company, Map.of("POSTED", 1L));
    String posting = ENGINE.api.postings(company.id(), "POSTED").get(0).get("id").asText();
    Map<String, Long> before = rows(company);

    JsonNode again = new ObjectMapper().readTree(preview(company, "perk", sample.value()));
    assertThat(again.at("/entry/outcome").asText()).isEqualTo("DUPLICATE");
    assertThat(again.at("/entry/posting").asText()).isEqualTo(posting);
    assertThat(again.hasNonNull("call")).isFalse();
    JsonNode newer =
        new ObjectMapper()
            .readTree(
                preview(
                    company,
                    "perk",
                    sample
                        .value()
                        .replaceFirst("\"version\":1", "\"version\":2")
                        .replaceFirst("\"merchant\":\"", "\"merchant\":\"Other ")));
    assertThat(newer.at("/entry/outcome").asText()).isEqualTo("ALREADY_SENT");

    assertThat(rows(company)).isEqualTo(before);
    JsonNode was = ENGINE.api.get("/companies/" + company.id() + "/postings/" + posting);
    assertThat(
            new ObjectMapper()
                .readTree(get("/companies/" + company.id() + "/postings/" + posting + "/preview"))
                .get("document"))
        .isEqualTo(was.get("document"));
  }

  @Test
  void another_companys_event_an_unknown_source_and_too_much_are_refused() throws Exception {
    Company company = ENGINE.company();
    Company other = ENGINE.company();
    Sample sample = other.expenses(144).cards(1, 1).get(0);

    assertThatThrownBy(() -> preview(company, "perk", sample.value()))
        .hasMessageContaining("OTHER_COMPANY");
    assertThatThrownBy(() -> preview(company, "nothing", sample.value()))
        .hasMessageContaining("404");
    assertThatThrownBy(() -> preview(company, "perk", " ".repeat(600_000)))
        .hasMessageContaining("EVENT_TOO_LARGE");
    String posting = "/postings/0192f3a0-0000-7000-8000-000000000000/preview";
    assertThatThrownBy(() -> get("/companies/" + company.id() + posting))
        .hasMessageContaining("404");
  }

  /** The document as it stands in the answer, byte for byte. */
  private static String document(String preview) {
    int from = preview.indexOf("\"document\":") + "\"document\":".length();
    return preview.substring(from, preview.indexOf(",\"knownLater\":", from));
  }

  /** What stands of the company in every table that knows companies. */
  private static Map<String, Long> rows(Company company) {
    JdbcClient jdbc = JdbcClient.create(ENGINE.context.getBean(javax.sql.DataSource.class));
    Map<String, Long> rows = new TreeMap<>();
    for (String table :
        jdbc.sql(
                """
                select c.table_name from information_schema.columns c
                join information_schema.tables t using (table_schema, table_name)
                where c.table_schema = 'public' and c.column_name = 'company' and t.table_type = 'BASE TABLE'
                  -- What ticks write of themselves.
                  and c.table_name not in ('books_moved', 'held_look', 'posting_count', 'posting_total', 'reference_publication')
                """)
            .query(String.class)
            .list()) {
      rows.put(
          table,
          jdbc.sql(
                  "select count(*) * 1000003 + coalesce(sum(hashtext(t::text)::bigint), 0) from "
                      + table
                      + " t where company = :company")
              .param("company", company.id())
              .query(Long.class)
              .single());
    }
    assertThat(rows).containsKeys("posting", "posting_history", "batch", "dead_letter");
    return rows;
  }

  private static int calls(Company company) {
    return ENGINE.switches().calls(Map.of("tenantId", company.tenant())).size();
  }

  private static String preview(Company company, String source, String event) throws Exception {
    return send(
        request("/companies/" + company.id() + "/sources/" + source + "/preview")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(event)));
  }

  private static String get(String path) throws Exception {
    return send(request(path).GET());
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(ENGINE.uri().resolve("/api/v1" + path))
        .header("X-API-Key", ENGINE.around.settings().apiKey());
  }

  private static String send(HttpRequest.Builder request) throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }
}
