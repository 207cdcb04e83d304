package io.ledgerway.sandbox.expensify;

import static io.ledgerway.sandbox.expensify.ExpensifyCalls.NZ;
import static io.ledgerway.sandbox.expensify.ExpensifyCalls.export;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerway.sandbox.expensify.ExpensifyCalls.Reply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ordering a file and fetching it: sources.md 1.3 a and b. */
@ExtendWith(ExpensifyExtension.class)
class ExportRulesTest {

  private static final Map<String, String> ALL = Map.of("startDate", "2000-01-01");

  private ExpensifyCalls expensify;
  private Map<String, String> one;

  @BeforeEach
  void start(ExpensifyCalls calls) {
    expensify = calls;
    expensify.plain();
    one = Map.of("reportIDList", expensify.report("Auckland trip").get("reportID").asText());
  }

  @Test
  void the_answer_is_the_files_name_and_nothing_else__recorded() {
    assertThat(expensify.job(export("APPROVED", one), "x").body())
        .matches("lw_[0-9a-f-]{36}\\.json");
    Map<String, Object> bare = new LinkedHashMap<>(export("APPROVED", one));
    bare.put("outputSettings", Map.of("fileExtension", "csv"));
    assertThat(expensify.job(bare, "x").body()).matches("export[0-9a-f-]{36}\\.csv");
  }

  @ParameterizedTest(name = "without {0} the order is refused: {1} __doc")
  @CsvSource({"template,template", "filters,filters", "onReceive,onReceive"})
  void required(String left, String named) {
    Map<String, Object> order = new LinkedHashMap<>(export("APPROVED", one));
    if (left.equals("filters")) {
      order.put("inputSettings", Map.of("type", "combinedReportData"));
    }
    order.remove(left);
    Reply reply = expensify.job(order, left.equals("template") ? null : "x");
    assertThat(reply.code()).isEqualTo(410);
    assertThat(reply.message()).contains("'" + named + "'");
  }

  @Test
  void pdf_makes_a_file_per_report_and_an_answer_of_several_names__doc() {
    String two =
        one.get("reportIDList") + "," + expensify.report("Nets to zero").get("reportID").asText();
    Map<String, Object> order = new LinkedHashMap<>(export(null, Map.of("reportIDList", two)));
    order.put("outputSettings", Map.of("fileExtension", "pdf"));
    String[] names = expensify.job(order, "x").body().split(",");
    assertThat(names).hasSize(2);
    assertThat(expensify.download(names[1]).body()).startsWith("%PDF");
  }

  @Test
  void only_csv_and_pdf_may_be_honoured__client() {
    expensify.behave("onlyCsvAndPdf", true);
    String name = expensify.job(export("APPROVED", one), "[]").body();
    assertThat(name).endsWith(".csv");
    assertThat(expensify.download(name).body()).isEqualTo("[]");
  }

  @Test
  void a_file_is_rendered_while_one_waits_and_too_early_is_an_empty_answer__client() {
    expensify.behave("renderMillis", 60_000);
    String name = expensify.job(export("APPROVED", one), "done").body();
    Reply early = expensify.download(name);
    assertThat(early.status()).isEqualTo(200);
    assertThat(early.body()).isEmpty();
    expensify.advance("PT61S");
    assertThat(expensify.download(name).body()).isEqualTo("done");
    assertThat(expensify.download(name).body()).isEqualTo("done");
  }

  @ParameterizedTest(name = "too early may also be {0} __client")
  @CsvSource({"NOT_FOUND,404", "NOT_FOUND_WITHOUT_CODE,0"})
  void too_early(String shape, int code) {
    expensify.behave("tooEarly", shape);
    expensify.behave("readyAfterDownloads", 3);
    String name = expensify.job(export("APPROVED", one), "done").body();
    for (int i = 0; i < 3; i++) {
      Reply early = expensify.download(name);
      assertThat(early.message()).isEqualTo("File not found");
      assertThat(early.code()).isEqualTo(code);
    }
    assertThat(expensify.download(name).body()).isEqualTo("done");
    assertThat(count("exports")).isEqualTo(1);
  }

  @Test
  void a_file_is_gone_after_its_life_and_is_nobody_elses__unverified() {
    String name = expensify.job(export("APPROVED", one), "done").body();
    assertThat(expensify.as("aa_uk_example", "uk-secret").download(name).code()).isEqualTo(404);
    expensify.advance("PT1H");
    Reply gone = expensify.download(name);
    assertThat(gone.code()).isEqualTo(410);
    assertThat(gone.message()).isEqualTo("Gone");
    assertThat(expensify.download("unknown.json").code()).isEqualTo(404);
  }

  @Test
  void a_label_is_set_before_anybody_has_the_file_and_hides_the_report__client() {
    Map<String, Object> order = labelled("Ledgerway");
    expensify.job(order, "x");
    assertThat(count("downloads")).isZero();
    assertThat(count("labelsSet")).isEqualTo(1);
    assertThat(expensify.report("Auckland trip").at("/labels/0").asText()).isEqualTo("Ledgerway");
    Map<String, String> unlabelled = new LinkedHashMap<>(one);
    unlabelled.put("markedAsExported", "Ledgerway");
    assertThat(expensify.find(null, unlabelled)).isEmpty();
    unlabelled.put("markedAsExported", "Other");
    assertThat(expensify.find(null, unlabelled)).hasSize(1);
    String history =
        expensify.read(
            null,
            one,
            "<#list reports[0].actionList as a>${a.action} ${a.details.message};</#list>");
    assertThat(history).endsWith("EXPORTED exported to Ledgerway;");
  }

  @Test
  void an_export_without_a_label_leaves_no_trace__design() {
    expensify.find(null, one);
    assertThat(count("labelsSet")).isZero();
    assertThat(count("exports")).isEqualTo(1);
    assertThat(count("downloads")).isEqualTo(1);
  }

  @Test
  void test_as_a_text_skips_what_follows_unless_it_is_not_honoured__unverified() {
    Map<String, Object> order = labelled("Ledgerway");
    order.put("test", "true");
    expensify.job(order, "x");
    assertThat(count("labelsSet")).isZero();
    expensify.behave("honourTest", false);
    expensify.job(order, "x");
    assertThat(count("labelsSet")).isEqualTo(1);
  }

  @Test
  void two_thousand_reports_are_one_file_of_exact_sums() {
    expensify.control(
        "POST", "/reports/generate", Map.of("count", 2000, "expenses", 4, "days", 20, "seed", 7));
    String template =
        "<#list reports as r>${r.total?c}<#list r.transactionList as"
            + " e>,${e.convertedAmount?c}</#list>\n"
            + "</#list>";
    Map<String, String> nz = Map.of("approvedAfter", "2000-01-01", "policyIDList", NZ);
    List<String> lines = expensify.read("APPROVED", nz, template).lines().toList();
    assertThat(lines).hasSizeGreaterThanOrEqualTo(2000);
    for (String line : lines.subList(lines.size() - 2000, lines.size())) {
      String[] cells = line.split(",");
      long sum = 0;
      for (int i = 1; i < cells.length; i++) {
        sum += Long.parseLong(cells[i]);
      }
      assertThat(sum).isEqualTo(Long.parseLong(cells[0]));
    }
  }

  @Test
  void a_start_more_than_a_year_back_needs_an_end_within_a_year__doc() {
    assertThat(expensify.job(export(null, ALL), "x").code()).isEqualTo(410);
    assertThat(
            expensify
                .job(export(null, Map.of("startDate", "2000-01-01", "endDate", "2001-01-02")), "x")
                .code())
        .isEqualTo(410);
    assertThat(expensify.find(null, Map.of("startDate", "2000-01-01", "endDate", "2000-12-31")))
        .isEmpty();
  }

  private Map<String, Object> labelled(String label) {
    Map<String, Object> order = new LinkedHashMap<>(export("APPROVED", one));
    order.put("onFinish", List.of(Map.of("actionName", "markAsExported", "label", label)));
    return order;
  }

  private long count(String what) {
    return expensify.control("GET", "/calls/summary", null).at("/" + what).asLong();
  }
}
