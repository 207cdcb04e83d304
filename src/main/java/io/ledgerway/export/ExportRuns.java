package io.ledgerway.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import io.ledgerway.export.Begun.NotTaken;
import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.reference.AskedBy;
import io.ledgerway.source.Source;
import io.ledgerway.source.Sources;
import io.ledgerway.sql.Moments;
import io.ledgerway.sql.SqlFile;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Begins exports. Which documents are in one is fixed then: what is ready goes out, and what is
 * held when it is mended. A document is in one export at a time. Thread-safe.
 */
@Component
public class ExportRuns {

  private static final Logger LOG = LoggerFactory.getLogger(ExportRuns.class);
  private static final String LOCK = SqlFile.read("export/lock-shared");
  private static final String TAKE = SqlFile.read("export/take");
  private static final String REPLAN = SqlFile.read("export/replan");
  private static final String BEGIN = SqlFile.read("export/begin");
  private static final String TAKE_DOCUMENTS = SqlFile.read("export/take-documents");
  private static final String BEGUN = SqlFile.read("export/begun");
  private static final String DROP = SqlFile.read("export/drop");
  private static final String RUNNING = SqlFile.read("export/running");

  private final JdbcClient jdbc;
  private final ExportSchedules schedules;
  private final NamedDocuments named;
  private final Sources sources;
  private final ObjectMapper json;
  private final Clock clock;

  ExportRuns(
      JdbcClient jdbc,
      ExportSchedules schedules,
      NamedDocuments named,
      Sources sources,
      ObjectMapper json,
      Clock clock) {
    this.jdbc = jdbc;
    this.schedules = schedules;
    this.named = named;
    this.sources = sources;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Exports what somebody asks for. Asking again changes nothing.
   *
   * @throws LedgerwayException {@code EXPORT_OFF} when the only source that is asked for is off
   */
  @Transactional
  public Begun request(String company, Wanted wanted) {
    lock(company);
    List<String> on = on(company, wanted.source());
    if (on.isEmpty()) {
      throw new LedgerwayException(
              "EXPORT_OFF",
              "The exports of "
                  + (wanted.source() == null ? "this company" : wanted.source())
                  + " are switched off.",
              "Choose when they go out: PUT the export schedule.")
          .with("company", company);
    }
    UUID run = UuidCreator.getTimeOrderedEpoch();
    Instant now = clock.instant();
    begin(run, company, wanted, "REQUEST", by(AskedBy.now()), null, now);
    int taken = take(run, company, on, wanted);
    List<NotTaken> notTaken = named.outside(run, company, wanted.ids(), on);
    if (taken > 0) {
      log(company, run, "REQUEST", taken);
      return new Begun(run, true, notTaken);
    }
    jdbc.sql(DROP).param("run", run).update();
    return new Begun(running(company, wanted.source()), false, notTaken);
  }

  /**
   * Begins the export of a schedule whose time has come, unless another engine does. However often
   * its time came since the last one, it is one export.
   *
   * @param source "" for that of the company, which is of all sources that have none of their own
   */
  @Transactional
  public void beginDue(String company, String source) {
    lock(company);
    Instant now = clock.instant();
    jdbc.sql(TAKE)
        .param("company", company)
        .param("source", source)
        .param("now", ExportSchedules.utc(now))
        .query((row, number) -> new Due(ExportSchedules.schedule(row), Moments.of(row, "next_due")))
        .optional()
        .ifPresent(due -> begin(company, source, due, now));
  }

  private record Due(ExportSchedule schedule, Instant at) {}

  private void begin(String company, String source, Due due, Instant now) {
    Map<String, ChosenSchedule> chosen = schedules.chosen(company);
    Instant next = due.schedule().next(now, chosen.get(source).zone());
    jdbc.sql(REPLAN)
        .param("company", company)
        .param("source", source)
        .param("next", ExportSchedules.utc(next), Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
    UUID run = UuidCreator.getTimeOrderedEpoch();
    boolean ofCompany = source.equals(ExportSchedules.COMPANY);
    Wanted all = Wanted.everything(ofCompany ? null : source);
    begin(run, company, all, "SCHEDULE", due.schedule().runsAs(), due.at(), now);
    List<String> its =
        ofCompany
            ? names().stream().filter(name -> !chosen.containsKey(name)).toList()
            : List.of(source);
    log(company, run, "SCHEDULE", take(run, company, its, all));
  }

  private void begin(
      UUID run,
      String company,
      Wanted wanted,
      String occasion,
      String askedBy,
      Instant dueAt,
      Instant now) {
    jdbc.sql(BEGIN)
        .param("run", run)
        .param("company", company)
        .param("source", wanted.source(), Types.VARCHAR)
        .param("occasion", occasion)
        .param("what", wanted.what())
        .param("filter", wanted.filter() == null ? null : json(wanted.filter()), Types.VARCHAR)
        .param("askedBy", askedBy)
        .param("dueAt", ExportSchedules.utc(dueAt), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("now", ExportSchedules.utc(now))
        .update();
  }

  private int take(UUID run, String company, List<String> its, Wanted wanted) {
    Wanted.Filter filter =
        wanted.filter() == null
            ? new Wanted.Filter(null, null, null, null, null, null)
            : wanted.filter();
    JdbcClient.StatementSpec some =
        jdbc.sql(TAKE_DOCUMENTS)
            .param("run", run)
            .param("company", company)
            .param("sources", its.toArray(String[]::new))
            .param("ids", wanted.ids() == null ? null : wanted.ids().toArray(UUID[]::new))
            .param("state", filter.state(), Types.VARCHAR)
            .param("kind", filter.kind(), Types.VARCHAR)
            .param("sourceId", filter.sourceId(), Types.VARCHAR)
            .param("employee", filter.employee(), Types.VARCHAR)
            .param("from", filter.from(), Types.DATE)
            .param("to", filter.to(), Types.DATE);
    int taken = 0;
    // However many there are, no statement takes longer than the database is waited for.
    for (int more = some.update(); more > 0; more = some.update()) {
      taken += more;
    }
    jdbc.sql(BEGUN).param("run", run).param("documents", taken).update();
    return taken;
  }

  private UUID running(String company, String source) {
    return jdbc.sql(RUNNING)
        .param("company", company)
        .param("source", source, Types.VARCHAR)
        .query(UUID.class)
        .optional()
        .orElse(null);
  }

  private void lock(String company) {
    jdbc.sql(LOCK).param("company", company).query().listOfRows();
  }

  /** Of those that are asked for, the sources that are not switched off. */
  private List<String> on(String company, String source) {
    Map<String, ChosenSchedule> chosen = schedules.chosen(company);
    return (source == null ? names() : List.of(source))
        .stream().filter(name -> mode(chosen, name) != ExportMode.OFF).toList();
  }

  private static ExportMode mode(Map<String, ChosenSchedule> chosen, String source) {
    ChosenSchedule own = chosen.getOrDefault(source, chosen.get(ExportSchedules.COMPANY));
    return own == null ? ExportMode.REAL_TIME : own.schedule().mode();
  }

  private List<String> names() {
    return sources.all().stream().map(Source::name).toList();
  }

  private static String by(String user) {
    return user == null ? "engine" : user;
  }

  private static void log(String company, UUID run, String occasion, int documents) {
    LOG.info(
        "event=export_begun company={} run={} occasion={} documents={}",
        company,
        run,
        occasion,
        documents);
  }

  private String json(Wanted.Filter filter) {
    try {
      return json.writeValueAsString(filter);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
