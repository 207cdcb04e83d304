package io.ledgerway.polling;

import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.source.CompanySource;
import io.ledgerway.source.CompanySource.Blocked;
import io.ledgerway.source.CompanySources;
import io.ledgerway.source.Source;
import io.ledgerway.sql.Moments;
import io.ledgerway.sql.SqlFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people can ask of a source that is polled. Thread-safe. */
@Component
public class PolledSources {

  private static final String OF_COMPANY = SqlFile.read("polling/of-company");

  private final CamelContext camel;
  private final ProducerTemplate routes;
  private final BeginPolls begin;
  private final CompanySources sources;
  private final SettingsInForce settings;
  private final JdbcClient jdbc;

  PolledSources(
      CamelContext camel,
      ProducerTemplate routes,
      BeginPolls begin,
      CompanySources sources,
      SettingsInForce settings,
      JdbcClient jdbc) {
    this.camel = camel;
    this.routes = routes;
    this.begin = begin;
    this.sources = sources;
    this.settings = settings;
    this.jdbc = jdbc;
  }

  /**
   * A reading of a source, as it is told.
   *
   * @param since the first day of what is read now; null when records are read again by their ids
   * @param requests that it has taken so far
   * @param records that came
   * @param entered how many documents are new in the ledger since it began
   * @param note why it waits
   * @param outcome DONE or FAILED; null while it is under way
   */
  public record Reading(
      String id,
      Poll.Kind kind,
      String askedBy,
      LocalDate firstDay,
      LocalDate lastDay,
      LocalDate since,
      LocalDate until,
      String step,
      int attempt,
      int requests,
      int records,
      int entered,
      String note,
      Instant startedAt,
      Instant nextAt,
      Instant endedAt,
      String outcome,
      Blocked problem) {}

  /** Whether it is asked for records, and does not send them by itself. */
  public boolean isPolled(Source source) {
    return isPolled(camel, source.name());
  }

  static boolean isPolled(CamelContext camel, String source) {
    return camel.getRoute(source + "-" + Poll.FIRST_STEP) != null;
  }

  /**
   * Begins a reading now.
   *
   * @param from the first day of a backfill; else ignored
   * @return false when such a reading is under way already
   * @throws LedgerwayException {@code NOT_POLLED}, or {@code SOURCE_OFF} when it cannot be asked
   */
  public boolean begin(String company, Source source, Poll.Kind kind, LocalDate from, String by) {
    CompanySource given = given(company, source);
    if (!given.enabled()) {
      throw new LedgerwayException(
          "SOURCE_OFF", source.title() + " is switched off for this company.", "Switch it on.");
    }
    if (given.account() == null || !given.secrets().containsAll(source.secrets().keySet())) {
      throw notSetUp(source);
    }
    sources.resume(company, source);
    return switch (kind) {
      case ROUTINE -> begin.routine(company, source.name(), given.readUntil(), by);
      case SWEEP -> begin.sweep(company, source.name(), by);
      case REREAD -> begin.reread(company, source.name(), by);
      case PUSH -> begin.push(company, source.name(), by);
      case CONFIRM ->
          throw new LedgerwayException(
              "NOT_TO_BE_ASKED",
              "What was posted is confirmed by itself.",
              "Choose in the source's setting 'confirm' what it is told.");
      case BACKFILL -> begin.backfill(company, source.name(), from, by);
    };
  }

  /**
   * Asks the source who we are to it.
   *
   * @return what the credential may read
   * @throws LedgerwayException with what the source says, or that it says nothing
   */
  @SuppressWarnings("unchecked")
  public List<Map<String, Object>> test(String company, Source source) {
    CompanySource given = given(company, source);
    if (!given.secrets().containsAll(source.secrets().keySet())) {
      throw notSetUp(source);
    }
    Poll poll =
        Poll.test(
            company, source.name(), given.account(), sources.credential(company, source.name()));
    Exchange answer =
        routes.request(
            "direct:" + source.name() + "-" + Poll.TEST_STEP,
            exchange -> TakeStep.open(exchange, poll, settings));
    Exception failure = answer.getException();
    if (failure instanceof CamelExecutionException && failure.getCause() instanceof Exception e) {
      failure = e;
    }
    if (failure instanceof LedgerwayException known) {
      throw known;
    }
    if (failure != null) {
      throw new LedgerwayException(
          "TEST_FAILED",
          "The connection could not be tested.",
          "The engine's log says why.",
          failure);
    }
    return answer.getMessage().getBody(List.class);
  }

  /** The latest readings first. */
  public List<Reading> readings(String company, Source source, int limit) {
    return jdbc.sql(OF_COMPANY)
        .param("company", company)
        .param("source", source.name())
        .param("limit", limit)
        .query((row, number) -> reading(row))
        .list();
  }

  private CompanySource given(String company, Source source) {
    if (!isPolled(source)) {
      throw new LedgerwayException(
          "NOT_POLLED",
          source.title() + " sends its records by itself.",
          "There is nothing to ask it for.");
    }
    return sources.find(company, source.name()).orElseThrow(() -> notSetUp(source));
  }

  private static LedgerwayException notSetUp(Source source) {
    return new LedgerwayException(
        "SOURCE_NOT_SET_UP",
        "The company's account or a secret of " + source.title() + " is not known yet.",
        "PUT its account and its secrets first.");
  }

  private static Reading reading(ResultSet row) throws SQLException {
    String problem = row.getString("problem");
    return new Reading(
        row.getString("id"),
        Poll.Kind.valueOf(row.getString("kind")),
        row.getString("asked_by"),
        row.getObject("first_day", LocalDate.class),
        row.getObject("last_day", LocalDate.class),
        row.getObject("since", LocalDate.class),
        row.getObject("until", LocalDate.class),
        row.getString("step"),
        row.getInt("attempt"),
        row.getInt("requests"),
        row.getInt("records"),
        row.getInt("entered"),
        row.getString("note"),
        Moments.of(row, "started_at"),
        Moments.of(row, "next_at"),
        Moments.of(row, "ended_at"),
        row.getString("outcome"),
        problem == null ? null : PollJson.read(PollJson.object(problem), Blocked.class));
  }
}
