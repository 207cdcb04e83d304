package io.ledgerway.polling;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.schedule.Schedule;
import io.ledgerway.sql.SqlFile;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes down when a source is read next for a company, as the company's settings {@code schedule}
 * and {@code closingDay} say. The body is a row with {@code company} and {@code source}.
 */
class PlanNextPoll implements Processor {

  /** By the company's own clock. */
  private static final LocalTime NIGHT = LocalTime.of(2, 0);

  private static final String PLAN = SqlFile.read("polling/plan");
  private static final String NEVER = SqlFile.read("polling/never");
  private static final String NOW = SqlFile.read("polling/now");

  private final JdbcClient jdbc;
  private final SettingsInForce settings;

  PlanNextPoll(JdbcClient jdbc, SettingsInForce settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  @Override
  public void process(Exchange exchange) {
    Map<?, ?> row = exchange.getMessage().getBody(Map.class);
    String company = (String) row.get("company");
    String source = (String) row.get("source");
    if (!PolledSources.isPolled(exchange.getContext(), source)) {
      jdbc.sql(NEVER).param("company", company).param("source", source).update();
      return;
    }
    JsonNode chosen = settings.of(company, source);
    Instant next =
        jdbc.sql(NOW)
            .param("company", company)
            .query(
                (now, number) ->
                    schedule(chosen)
                        .next(
                            now.getObject("now", OffsetDateTime.class).toInstant(),
                            ZoneId.of(now.getString("zone"))))
            .single();
    jdbc.sql(PLAN)
        .param("company", company)
        .param("source", source)
        .param("next", next.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static Schedule schedule(JsonNode chosen) {
    return switch (chosen.path("schedule").asText("DAILY")) {
      case "HOURLY" -> Schedule.hourly();
      case "WEEKLY" -> Schedule.weekly(DayOfWeek.MONDAY, NIGHT);
      case "MONTHLY" -> Schedule.monthly(1, NIGHT);
      case "CLOSING_DAY" -> Schedule.monthly(chosen.path("closingDay").asInt(31), NIGHT);
      default -> Schedule.daily(NIGHT);
    };
  }
}
