package io.ledgerway.receipt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetLineTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=cmd|' /C calc'!A0",
        "+1+1",
        "-2+3+cmd",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "\uFF1D1+1"
      })
  void what_a_spreadsheet_would_calculate_is_text(String crafted) {
    assertThat(SpreadsheetLine.cell(crafted)).startsWith("\"'").endsWith("\"");
  }

  @Test
  void amounts_stay_amounts_and_quotes_stay_within_their_cell() {
    assertThat(SpreadsheetLine.cell("-12.50")).isEqualTo("\"-12.50\"");
    assertThat(SpreadsheetLine.cell("a \"b\", c")).isEqualTo("\"a \"\"b\"\", c\"");
    assertThat(SpreadsheetLine.cell(null)).isEmpty();
  }

  @Test
  void a_line_ends_as_spreadsheets_expect_it() {
    ArchiveIndex index = new ArchiveIndex();
    index.add("a", null, 7);
    assertThat(new String(index.bytes(), UTF_8))
        .startsWith("\ufeffdocument,posting,")
        .endsWith("\r\n\"a\",,\"7\"\r\n");
  }
}
