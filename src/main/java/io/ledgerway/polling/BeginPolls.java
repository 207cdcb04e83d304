package io.ledgerway.polling;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.polling.Poll.Kind;
import io.ledgerway.polling.Polls.Portion;
import io.ledgerway.sql.SqlFile;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins readings: those whose time has come, and those that somebody asks for. Thread-safe. */
@Component
class BeginPolls {

  private static final String DUE = SqlFile.read("polling/due");
  private static final String UNCONFIRMED = SqlFile.read("polling/unconfirmed");
  private static final String UNDONE = SqlFile.read("polling/undone");
  private static final UUID NONE = new UUID(0, 0);
  private static final UUID LAST = new UUID(-1, -1);
  // A source may tell the day of a change by another clock, and leave the day itself out.
  private static final int OVERLAP_DAYS = 1;
  private static final int SWEEP_DAYS = 365;

  private final JdbcClient jdbc;
  private final Polls polls;
  private final SettingsInForce settings;
  private final Clock clock;
  private final int rereadDays;

  BeginPolls(
      JdbcClient jdbc,
      Polls polls,
      SettingsInForce settings,
      Clock clock,
      @Value("${ledgerway.polling.reread:92d}") Duration reread) {
    this.jdbc = jdbc;
    this.polls = polls;
    this.settings = settings;
    this.clock = clock;
    this.rereadDays = (int) reread.toDays();
  }

  /**
   * Those whose time has come, and what was undone to be posted anew, of any company, each once.
   */
  @Transactional
  public void due() {
    for (Map<String, Object> row : jdbc.sql(DUE).query().listOfRows()) {
      String company = (String) row.get("company");
      String source = (String) row.get("source");
      push(company, source, "schedule");
      routine(company, source, (String) row.get("read_until"), "schedule");
      if (Boolean.TRUE.equals(row.get("sweep"))) {
        sweep(company, source, "schedule");
        reread(company, source, "schedule");
      }
    }
    undone();
    unconfirmed();
  }

  private void unconfirmed() {
    jdbc.sql(UNCONFIRMED)
        .query(
            row -> {
              confirm(
                  row.getString("company"),
                  row.getString("source"),
                  List.of((String[]) row.getArray("ids").getArray()));
            });
  }

  private void confirm(String company, String source, List<String> ids) {
    polls.begin(company, source, Kind.CONFIRM, null, new Portion(null, null, ids, LAST), "posted");
  }

  private void undone() {
    jdbc.sql(UNDONE)
        .query(
            row -> {
              List<String> ids = List.of((String[]) row.getArray("ids").getArray());
              polls.begin(
                  row.getString("company"),
                  row.getString("source"),
                  Kind.REREAD,
                  null,
                  new Portion(null, null, ids, LAST),
                  "undo");
            });
  }

  /**
   * @return false when the company has not chosen it, or one is under way
   */
  boolean push(String company, String source, String by) {
    String chosen = settings.of(company, source).path("push").asText("NOTHING");
    return !chosen.equals("NOTHING")
        && polls.begin(
            company, source, Kind.PUSH, null, new Portion(null, null, List.of(), null), by);
  }

  boolean routine(String company, String source, String readUntil, String by) {
    LocalDate start = startDate(company, source);
    LocalDate read = day(readUntil);
    // A company that chose no first day begins with what is approved from now on.
    LocalDate since = (read == null ? start == null ? today() : start : read);
    LocalDate from = read == null && start != null ? start : since.minusDays(OVERLAP_DAYS);
    return polls.begin(
        company, source, Kind.ROUTINE, null, new Portion(from, null, List.of(), null), by);
  }

  boolean sweep(String company, String source, String by) {
    LocalDate start = startDate(company, source);
    LocalDate earliest = today().minusDays(SWEEP_DAYS);
    LocalDate from = start == null || start.isBefore(earliest) ? earliest : start;
    return days(company, source, Kind.SWEEP, from, by);
  }

  /** Everything since that day, though the company's own first day may be later. */
  boolean backfill(String company, String source, LocalDate from, String by) {
    return days(company, source, Kind.BACKFILL, from, by);
  }

  boolean reread(String company, String source, String by) {
    Portion first = polls.posted(company, source, NONE, rereadDays);
    return first != null && polls.begin(company, source, Kind.REREAD, null, first, by);
  }

  /** What is read after this; null when that was all. */
  Portion after(Poll poll) {
    if (poll.kind() == Kind.REREAD) {
      return polls.posted(poll.company(), poll.source(), poll.afterId(), rereadDays);
    }
    Window next = new Window(poll.since(), poll.until()).next(poll.lastDay());
    return next == null ? null : new Portion(next.since(), next.until(), List.of(), null);
  }

  private boolean days(String company, String source, Kind kind, LocalDate from, String by) {
    LocalDate today = today();
    LocalDate last = from.isAfter(today) ? from : today;
    Window first = Window.first(from, last);
    return polls.begin(
        company,
        source,
        kind,
        last,
        new Portion(first.since(), first.until(), List.of(), null),
        by);
  }

  private LocalDate startDate(String company, String source) {
    JsonNode chosen = settings.of(company, source).get("startDate");
    return chosen == null ? null : day(chosen.asText());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private static LocalDate day(String text) {
    try {
      return text == null || text.length() < 10 ? null : LocalDate.parse(text.substring(0, 10));
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
