package io.ledgerway.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportScheduleTest {

  private static ReferenceStore store;

  @BeforeAll
  static void open() {
    store = new ReferenceStore();
  }

  @AfterAll
  static void close() throws Exception {
    store.close();
  }

  @ParameterizedTest(name = "{3}")
  @CsvSource({
    "02:00, UTC, 2026-01-02T03:04:05Z, tomorrow when the hour is over, 2026-01-03T02:00:00Z",
    "02:00, UTC, 2026-01-02T01:59:59Z, today when it is still to come, 2026-01-02T02:00:00Z",
    "02:00, UTC, 2026-01-02T02:00:00Z, not twice at the very moment, 2026-01-03T02:00:00Z",
    "02:00, Pacific/Auckland, 2026-01-02T12:30:00Z, by the clock of the zone, 2026-01-02T13:00:00Z",
    "02:30, Europe/Berlin, 2026-03-28T12:00:00Z, an hour left out is the one after, 2026-03-29T01:30:00Z",
    "02:30, Europe/Berlin, 2026-10-25T00:40:00Z, one that comes twice is taken once, 2026-10-25T01:30:00Z"
  })
  void the_next_sync_is(String at, String zone, Instant now, String when, Instant expected) {
    assertThat(
            store
                .jdbc
                .queryForObject(
                    "select next_sync(cast(:at as time), :zone, cast(:now as timestamptz))",
                    Map.of("at", at, "zone", zone, "now", now.toString()),
                    OffsetDateTime.class)
                .toInstant())
        .isEqualTo(expected);
  }
}
