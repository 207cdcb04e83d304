package io.ledgerway.polling;

import com.github.f4b6a3.uuid.UuidCreator;
import io.ledgerway.polling.PollVerdict.Refused;
import io.ledgerway.source.CompanySource.Blocked;
import io.ledgerway.sql.SqlFile;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The rows of {@code poll}: how far each reading is. Thread-safe. */
@Repository
class Polls {

  private static final String BEGIN = SqlFile.read("polling/begin");
  private static final String TAKE = SqlFile.read("polling/take");
  private static final String WAIT = SqlFile.read("polling/wait");
  private static final String NEXT_STEP = SqlFile.read("polling/next-step");
  private static final String NEXT_WINDOW = SqlFile.read("polling/next-window");
  private static final String END = SqlFile.read("polling/end");
  private static final String READ = SqlFile.read("polling/read");
  private static final String ASKED = SqlFile.read("polling/asked");
  private static final String BLOCK = SqlFile.read("polling/block");
  private static final String CONFIRMED = SqlFile.read("polling/confirmed");
  private static final String POSTED = SqlFile.read("polling/posted");

  private final JdbcClient jdbc;

  Polls(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What is read with one order: days, or records by their ids. */
  record Portion(LocalDate since, LocalDate until, List<String> ids, UUID after) {}

  /**
   * @return false when such a reading is under way already
   */
  boolean begin(
      String company, String source, Poll.Kind kind, LocalDate last, Portion first, String by) {
    return jdbc.sql(BEGIN)
            .param("id", UuidCreator.getTimeOrderedEpoch())
            .param("company", company)
            .param("source", source)
            .param("kind", kind.name())
            .param("step", kind.firstStep())
            .param("first", first.since(), Types.DATE)
            .param("last", last, Types.DATE)
            .param("since", first.since(), Types.DATE)
            .param("until", first.until(), Types.DATE)
            .param("ids", array(first.ids()))
            .param("after", first.after(), Types.OTHER)
            .param("by", by)
            .update()
        == 1;
  }

  Optional<Poll> take(String company, String source) {
    return jdbc.sql(TAKE)
        .param("company", company)
        .param("source", source)
        .query((row, number) -> Poll.read(row))
        .optional();
  }

  void asked(Poll poll) {
    jdbc.sql(ASKED).param("id", poll.id()).update();
  }

  /** The same step again, at that time; nothing has failed. */
  void waitUntil(Poll poll, Instant at, String note) {
    again(poll, at, 0, 0, note);
  }

  /** The same step again, as a further attempt. */
  void again(Poll poll, int afterSeconds, String note) {
    again(poll, null, afterSeconds, 1, note);
  }

  private void again(Poll poll, Instant at, int after, int failed, String note) {
    jdbc.sql(WAIT)
        .param("id", poll.id())
        .param("at", at == null ? null : at.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("after", after)
        .param("failed", failed)
        .param("note", note)
        .update();
  }

  void next(Poll poll, String step, String memory, int afterSeconds, int restarts, String note) {
    jdbc.sql(NEXT_STEP)
        .param("id", poll.id())
        .param("step", step)
        .param("memory", memory)
        .param("after", afterSeconds)
        .param("restarts", restarts)
        .param("note", note, Types.VARCHAR)
        .update();
  }

  void next(Poll poll, Portion portion) {
    jdbc.sql(NEXT_WINDOW)
        .param("id", poll.id())
        .param("since", portion.since(), Types.DATE)
        .param("until", portion.until(), Types.DATE)
        .param("ids", array(portion.ids()))
        .param("after", portion.after(), Types.OTHER)
        .update();
  }

  /** So many records were stored, of which the latest is of that date. */
  void read(Poll poll, int records, String until) {
    jdbc.sql(READ)
        .param("id", poll.id())
        .param("records", records)
        .param("until", until, Types.VARCHAR)
        .update();
  }

  /** The source knows of these, and has refused those; with that the poll is over. */
  @Transactional
  public void confirmed(Poll poll, List<String> confirmed, List<Refused> refused) {
    List<Refused> all = refused == null ? List.of() : refused;
    jdbc.sql(CONFIRMED)
        .param("company", poll.company())
        .param("source", poll.source())
        .param("asked", poll.ids().toArray(String[]::new))
        .param("confirmed", confirmed.toArray(String[]::new))
        .param("refused", all.stream().map(Refused::id).toArray(String[]::new))
        .param("reasons", all.stream().map(Refused::reason).toArray(String[]::new))
        .update();
    done(poll);
  }

  void done(Poll poll) {
    end(poll, "DONE", null);
  }

  void failed(Poll poll, Blocked problem) {
    end(poll, "FAILED", problem);
  }

  private void end(Poll poll, String outcome, Blocked problem) {
    jdbc.sql(END)
        .param("id", poll.id())
        .param("outcome", outcome)
        .param("problem", problem == null ? null : PollJson.write(problem), Types.VARCHAR)
        .update();
  }

  /** Nothing more is asked until somebody has acted. */
  void block(Poll poll, Blocked problem) {
    jdbc.sql(BLOCK)
        .param("company", poll.company())
        .param("source", poll.source())
        .param("problem", PollJson.write(problem))
        .update();
  }

  /** The next records that stand in Xero; null when there are no more. */
  Portion posted(String company, String source, UUID after, int days) {
    List<Map<String, Object>> rows =
        jdbc.sql(POSTED)
            .param("company", company)
            .param("source", source)
            .param("after", after)
            .param("days", days)
            .query()
            .listOfRows();
    return rows.isEmpty()
        ? null
        : new Portion(
            null,
            null,
            rows.stream().map(row -> (String) row.get("source_id")).toList(),
            (UUID) rows.get(rows.size() - 1).get("id"));
  }

  private static String[] array(List<String> ids) {
    return ids == null || ids.isEmpty() ? null : ids.toArray(String[]::new);
  }
}
