package io.ledgerway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ledgerway.sandbox.expensify.ExpensifyCalls;
import io.ledgerway.sandbox.expensify.ExpensifyExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The template, rendered by the real FreeMarker, makes reports that intake accepts. */
@ExtendWith(ExpensifyExtension.class)
class ExpensifyTemplateTest {

  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final String ALL = "OPEN,SUBMITTED,APPROVED,REIMBURSED,ARCHIVED";

  @ParameterizedTest
  @CsvSource({
    "numericIds, true",
    "tagShape, FLAT",
    "negativeSpend, true",
    "unchangedAmountAsZero, true",
    "convertedOnlyWhenForeign, true",
    "datesWithTime, false",
    "yenInUnits, true"
  })
  void every_report_is_as_the_schema_says_however_the_platform_shows_it(
      String behaviour, String value, ExpensifyCalls expensify) throws IOException {
    expensify.plain();
    expensify.behave(
        behaviour, value.equals("true") || value.equals("false") ? Boolean.valueOf(value) : value);

    JsonNode reports = reports(expensify, ALL);

    assertThat(reports).hasSizeGreaterThan(15);
    for (JsonNode report : reports) {
      assertThat(Schemas.violations("expensify/report.v1", report.toString()))
          .as(report.toString())
          .isEmpty();
    }
  }

  @Test
  void case_32_names_with_quotes_newlines_tabs_emoji_and_long_ids_come_out_whole(
      ExpensifyCalls expensify) throws IOException {
    expensify.plain();
    String name = "Quote \" <b> \\ tab\t line\n 🚆 " + "n".repeat(300);
    JsonNode made =
        expensify
            .control(
                "POST",
                "/reports",
                Map.of(
                    "workspace",
                    ExpensifyCalls.NZ,
                    "submitter",
                    "ada.kerr@acme.example",
                    "name",
                    name,
                    "expenses",
                    List.of(Map.of("merchant", name, "amount", 4550))))
            .at("");

    assertThat(StreamSupport.stream(reports(expensify, "OPEN").spliterator(), false))
        .filteredOn(report -> report.get("reportName").asText().equals(name))
        .singleElement()
        .satisfies(
            report -> {
              assertThat(report.at("/expenses/0/merchant").asText()).isEqualTo(name);
              assertThat(report.at("/expenses/0/amount").asInt()).isEqualTo(4550);
              assertThat(report.at("/expenses/0/transactionID").isTextual()).isTrue();
              assertThat(made.toString()).contains(report.get("reportID").asText());
            });
  }

  private static JsonNode reports(ExpensifyCalls expensify, String states) throws IOException {
    LocalDate today = LocalDate.now(Clock.systemUTC());
    return STRICT.readTree(
        expensify.read(
            states,
            Map.of(
                "startDate",
                today.minusDays(300).toString(),
                "endDate",
                today.plusDays(1).toString()),
            Files.readString(Path.of("routes", "expensify", "reports.ftl"))));
  }
}
