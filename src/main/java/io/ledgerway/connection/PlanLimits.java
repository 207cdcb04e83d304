package io.ledgerway.connection;

import io.ledgerway.connection.ConnectionChecks.Check;
import io.ledgerway.sql.SqlFile;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is left of an organisation's calls, as Xero told it last. Thread-safe. */
@Component
class PlanLimits {

  private static final String LIMITS = SqlFile.read("connection/plan-limits");

  private final JdbcClient jdbc;
  private final Clock clock;

  PlanLimits(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Check check(String company) {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    return jdbc.sql(LIMITS)
        .param("company", company)
        .query(
            (row, number) -> {
              OffsetDateTime paused = row.getObject("paused_until", OffsetDateTime.class);
              String left =
                  row.getInt("day_left")
                      + " of "
                      + row.getInt("day_limit")
                      + " calls left today, "
                      + row.getInt("minute_left")
                      + " this minute";
              return paused != null && paused.isAfter(now)
                  ? new Check(
                      "plan-limits",
                      false,
                      left + "; Xero asked to wait (" + row.getString("pause_reason") + ")",
                      "Nothing: it goes on by itself at " + paused.toInstant() + ".")
                  : new Check("plan-limits", true, left, null);
            })
        .single();
  }
}
