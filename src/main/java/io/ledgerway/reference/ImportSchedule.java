package io.ledgerway.reference;

import io.ledgerway.schedule.Schedule;
import io.ledgerway.sql.SqlFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** When a company's reference data is read each night. Thread-safe. */
@Component
public class ImportSchedule {

  private static final String SCHEDULE = SqlFile.read("reference/schedule");
  private static final String PLAN = SqlFile.read("reference/plan-schedule");
  private static final String CHOOSE = SqlFile.read("reference/choose-schedule");
  private static final String TAKE = SqlFile.read("reference/take-nightly");
  private static final String ASK = SqlFile.read("reference/ask-nightly");

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ImportSchedule(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.events = events;
    this.clock = clock;
  }

  private record Chosen(LocalTime at, ZoneId zone) {

    static Chosen of(ResultSet row) throws SQLException {
      return new Chosen(
          row.getObject("sync_at", LocalTime.class), ZoneId.of(row.getString("sync_zone")));
    }

    OffsetDateTime next(Instant now) {
      return Schedule.daily(at).next(now, zone).atOffset(ZoneOffset.UTC);
    }
  }

  /**
   * @param at the hour by the clock of that zone, to the minute; null leaves it as it is (one of
   *     the company's own between midnight and six)
   * @param zone a name of the time zone database, e.g. Pacific/Auckland; null leaves it (UTC)
   * @throws UnknownZone when there is none of that name
   */
  @Transactional
  public void choose(String company, LocalTime at, String zone) {
    if (zone != null && !ZoneId.getAvailableZoneIds().contains(zone)) {
      throw new UnknownZone(company, zone);
    }
    Chosen before = schedule(company);
    Chosen chosen =
        new Chosen(
            at == null ? before.at() : at.truncatedTo(ChronoUnit.MINUTES),
            zone == null ? before.zone() : ZoneId.of(zone));
    write(CHOOSE, company, chosen);
    if (!chosen.zone().equals(before.zone())) {
      events.publishEvent(new ZoneChosen(company));
    }
  }

  /** For a company that chose nothing, and chooses nothing meanwhile. */
  @Transactional
  void plan(String company) {
    write(PLAN, company, schedule(company));
  }

  private Chosen schedule(String company) {
    return jdbc.sql(SCHEDULE)
        .param("company", company)
        .query((row, number) -> Chosen.of(row))
        .single();
  }

  private void write(String sql, String company, Chosen chosen) {
    jdbc.sql(sql)
        .param("company", company)
        .param("at", chosen.at().toString())
        .param("zone", chosen.zone().getId())
        .param("next", chosen.next(clock.instant()))
        .update();
  }

  /** Asks for the import of a company whose hour has come, unless another engine does. */
  @Transactional
  void askIfDue(String company) {
    Instant now = clock.instant();
    jdbc.sql(TAKE)
        .param("company", company)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query((row, number) -> Chosen.of(row))
        .optional()
        .ifPresent(
            due ->
                jdbc.sql(ASK)
                    .param("company", company)
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .param("next", due.next(now))
                    .update());
  }
}
