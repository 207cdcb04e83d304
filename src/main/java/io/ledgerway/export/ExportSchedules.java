package io.ledgerway.export;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerway.reference.SettingChanges;
import io.ledgerway.reference.ZoneChosen;
import io.ledgerway.sql.Moments;
import io.ledgerway.sql.SqlFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * When each company's documents go out, and those of its sources. A change counts for everything
 * whose intent is not written yet. Thread-safe.
 */
@Component
public class ExportSchedules {

  /** Stands for the company, among its sources. */
  static final String COMPANY = "";

  private static final String SCHEDULES = SqlFile.read("export/schedules");
  private static final String ZONE = SqlFile.read("export/zone");
  private static final String LOCK = SqlFile.read("export/lock");
  private static final String CHOOSE = SqlFile.read("export/choose");
  private static final String FORGET = SqlFile.read("export/forget");
  private static final String REPLAN = SqlFile.read("export/replan");
  private static final String APPLY = SqlFile.read("export/apply");

  private final JdbcClient jdbc;
  private final SettingChanges changes;
  private final Clock clock;

  ExportSchedules(JdbcClient jdbc, SettingChanges changes, Clock clock) {
    this.jdbc = jdbc;
    this.changes = changes;
    this.clock = clock;
  }

  /** What was chosen: by source, for the company itself under "". */
  public Map<String, ChosenSchedule> chosen(String company) {
    ZoneId zone = zone(company);
    Map<String, ChosenSchedule> found = new LinkedHashMap<>();
    jdbc.sql(SCHEDULES)
        .param("company", company)
        .query(
            row -> {
              String source = row.getString("source");
              found.put(
                  source,
                  new ChosenSchedule(
                      source.isEmpty() ? null : source,
                      schedule(row),
                      true,
                      zone,
                      Moments.of(row, "next_due")));
            });
    return found;
  }

  /**
   * What is in force.
   *
   * @param source null for the company
   */
  public ChosenSchedule of(String company, String source) {
    Map<String, ChosenSchedule> chosen = chosen(company);
    ChosenSchedule own = chosen.get(key(source));
    if (own != null) {
      return own;
    }
    ChosenSchedule followed = chosen.get(COMPANY);
    return followed == null
        ? new ChosenSchedule(source, ExportSchedule.REAL_TIME, false, zone(company), null)
        : new ChosenSchedule(source, followed.schedule(), false, followed.zone(), followed.next());
  }

  /**
   * @param source null for the company: all its sources that have none of their own follow it
   */
  @Transactional
  public void choose(String company, String source, ExportSchedule schedule) {
    changes.lock(company);
    lock(company);
    ChosenSchedule before = of(company, source);
    Instant next = schedule.next(clock.instant(), before.zone());
    jdbc.sql(CHOOSE)
        .param("company", company)
        .param("source", key(source))
        .param("mode", schedule.mode().name())
        .param("at", schedule.at() == null ? null : schedule.at().toString(), Types.VARCHAR)
        .param(
            "weekday", schedule.weekday() == null ? null : schedule.weekday().name(), Types.VARCHAR)
        .param("day", schedule.day(), Types.INTEGER)
        .param("runsAs", schedule.runsAs())
        .param("next", utc(next), Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
    applied(company, source, before, schedule);
  }

  /** Lets a source that had a schedule of its own follow its company again. */
  @Transactional
  public void follow(String company, String source) {
    changes.lock(company);
    lock(company);
    ChosenSchedule before = of(company, source);
    if (before.own()) {
      jdbc.sql(FORGET).param("company", company).param("source", key(source)).update();
      applied(company, source, before, null);
    }
  }

  /** Within the transaction that chooses another zone. */
  @EventListener
  void replan(ZoneChosen chosen) {
    Instant now = clock.instant();
    lock(chosen.company());
    chosen(chosen.company())
        .forEach(
            (source, each) ->
                jdbc.sql(REPLAN)
                    .param("company", chosen.company())
                    .param("source", source)
                    .param(
                        "next",
                        utc(each.schedule().next(now, each.zone())),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                    .update());
  }

  private void applied(
      String company, String source, ChosenSchedule before, ExportSchedule schedule) {
    JdbcClient.StatementSpec some = jdbc.sql(APPLY).param("company", company);
    while (some.update() > 0) {
      // However many there are, no statement takes longer than the database is waited for.
    }
    ExportSchedule former = before.own() ? before.schedule() : null;
    if (!Objects.equals(former, schedule)) {
      String record = source == null ? "export-schedule" : source + "/export-schedule";
      changes.write(
          company, "setting", record, Set.of("setting:" + record), json(former), json(schedule));
    }
  }

  private void lock(String company) {
    jdbc.sql(LOCK).param("company", company).query().listOfRows();
  }

  private ZoneId zone(String company) {
    return ZoneId.of(jdbc.sql(ZONE).param("company", company).query(String.class).single());
  }

  static ExportSchedule schedule(ResultSet row) throws SQLException {
    String weekday = row.getString("weekday");
    return new ExportSchedule(
        ExportMode.valueOf(row.getString("mode")),
        row.getObject("at", LocalTime.class),
        weekday == null ? null : DayOfWeek.valueOf(weekday),
        row.getObject("day", Integer.class),
        row.getString("runs_as"));
  }

  static OffsetDateTime utc(Instant at) {
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }

  private static String key(String source) {
    return source == null ? COMPANY : source;
  }

  private static String json(ExportSchedule schedule) {
    if (schedule == null) {
      return null;
    }
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("mode", schedule.mode().name());
    if (schedule.at() != null) {
      json.put("at", schedule.at().toString());
    }
    if (schedule.weekday() != null) {
      json.put("weekday", schedule.weekday().name());
    }
    if (schedule.day() != null) {
      json.put("day", schedule.day());
    }
    return json.put("runsAs", schedule.runsAs()).toString();
  }
}
