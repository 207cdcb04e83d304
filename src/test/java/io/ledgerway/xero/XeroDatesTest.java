package io.ledgerway.xero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XeroDatesTest {

  @ParameterizedTest
  @CsvSource({
    "/Date(1659472096062)/, 2022-08-02T20:28:16.062Z",
    "/Date(1659472096062+0000)/, 2022-08-02T20:28:16.062Z",
    "/Date(1659472096062+1300)/, 2022-08-02T20:28:16.062Z",
    "/Date(-1000-0500)/, 1969-12-31T23:59:59Z",
    "2022-08-02T20:28:16, 2022-08-02T20:28:16Z",
    "2022-08-02T20:28:16.5165400, 2022-08-02T20:28:16.516540Z",
    "2022-08-02T20:28:16Z, 2022-08-02T20:28:16Z",
    "2022-08-02T20:28:16+02:00, 2022-08-02T18:28:16Z",
    "2022-08-02, 2022-08-02T00:00:00Z"
  })
  void every_form_of_a_moment_is_read(String text, Instant moment) {
    assertThat(XeroDates.instant(text)).isEqualTo(moment);
  }

  @ParameterizedTest
  @CsvSource({
    "/Date(1609459200000+0000)/, 2021-01-01",
    "2021-01-01T00:00:00, 2021-01-01",
    "2021-01-01T00:00:00+13:00, 2021-01-01",
    "2021-01-01, 2021-01-01"
  })
  void a_documents_day_is_shifted_by_no_zone(String text, LocalDate day) {
    assertThat(XeroDates.date(text)).isEqualTo(day);
  }

  @Test
  void what_is_no_date_is_refused() {
    assertThatThrownBy(() -> XeroDates.instant("yesterday"))
        .isInstanceOf(DateTimeParseException.class);
    assertThatThrownBy(() -> XeroDates.date("/Date(x)/"))
        .isInstanceOf(DateTimeParseException.class);
  }

  @Test
  void if_modified_since_is_utc_cut_to_the_second() {
    assertThat(XeroDates.ifModifiedSince(Instant.parse("2026-01-31T10:00:00.999Z")))
        .isEqualTo("2026-01-31T10:00:00");
  }
}
