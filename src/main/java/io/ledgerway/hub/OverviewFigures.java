package io.ledgerway.hub;

import io.ledgerway.hub.DayChart.Day;
import io.ledgerway.sql.Moments;
import io.ledgerway.sql.SqlFile;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what the overview shows of a company. Thread-safe. */
@Component
class OverviewFigures {

  private static final String POSTED = SqlFile.read("hub/received-by-day");
  private static final String WAITING = SqlFile.read("hub/waiting-by-day");
  private static final String CALLS_TODAY = SqlFile.read("hub/calls-today");
  private static final String CALLS_LEFT = SqlFile.read("hub/calls-left");
  private static final String HOW_LONG = SqlFile.read("hub/how-long");
  private static final int TIMED = 1_000;

  private final JdbcClient jdbc;
  private final Clock clock;

  OverviewFigures(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Documents of one state, source, currency and day.
   *
   * @param day null of what came before the days that are looked at
   */
  record Part(
      String state,
      String source,
      String currency,
      LocalDate day,
      long documents,
      BigDecimal total) {}

  /** All parts of the documents that are looked at. */
  record Documents(Days days, List<Part> parts) {

    public long count(String state) {
      return sum(part -> part.state().equals(state));
    }

    public long count(String state, String source) {
      return sum(part -> part.state().equals(state) && part.source().equals(source));
    }

    private long sum(Predicate<Part> which) {
      return parts.stream().filter(which).mapToLong(Part::documents).sum();
    }

    /** Per currency: different ones are never added up. */
    public Map<String, BigDecimal> totals(String state) {
      return totals(part -> part.state().equals(state));
    }

    public Map<String, BigDecimal> totals(String state, String source) {
      return totals(part -> part.state().equals(state) && part.source().equals(source));
    }

    private Map<String, BigDecimal> totals(Predicate<Part> which) {
      return parts.stream()
          .filter(which)
          .filter(part -> part.currency() != null && part.total() != null)
          .collect(Collectors.toMap(Part::currency, Part::total, BigDecimal::add, TreeMap::new));
    }

    public TreeSet<String> sources() {
      return parts.stream().map(Part::source).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The last day of which something is posted or waits; null when there is none. */
    public LocalDate last(String source) {
      return parts.stream()
          .filter(part -> part.source().equals(source))
          .map(Part::day)
          .filter(Objects::nonNull)
          .max(LocalDate::compareTo)
          .orElse(null);
    }

    public List<Day> byDay() {
      return days.days().stream()
          .map(
              day ->
                  new Day(
                      day,
                      sum(part -> day.equals(part.day()) && part.state().equals("POSTED")),
                      sum(part -> day.equals(part.day()) && part.state().equals("HELD"))))
          .toList();
    }
  }

  Documents documents(String company, ZoneId zone, int number) {
    Days days = Days.last(number, clock.instant(), zone);
    List<Part> parts = new ArrayList<>(parts(POSTED, company, days, "POSTED"));
    parts.addAll(parts(WAITING, company, days, null));
    return new Documents(days, parts);
  }

  private List<Part> parts(String statement, String company, Days days, String state) {
    return jdbc.sql(statement)
        .param("company", company)
        .param("days", days.dates())
        .param("lows", days.lows())
        .param("highs", days.highs())
        .query(
            (row, number) ->
                new Part(
                    state == null ? row.getString("state") : state,
                    row.getString("source"),
                    row.getString("currency"),
                    row.getObject("day", LocalDate.class),
                    row.getLong("documents"),
                    row.getBigDecimal("total")))
        .list();
  }

  /**
   * Calls to Xero of a day.
   *
   * @param used also by others
   * @param limit null while the company is not connected
   */
  record Calls(
      Integer limit,
      long used,
      long left,
      Instant renewedAt,
      long documents,
      long receipts,
      long reads,
      long sent) {

    private static final int WHOLE = 1_000;
    private static final int SEEN = 4;

    /** Of an organisation's day, which may have begun at another hour than ours. */
    Calls of(int most, long gone, Instant renewed) {
      long all = Math.max(gone, used);
      return new Calls(
          most, all, Math.max(0, most - all), renewed, documents, receipts, reads, sent);
    }

    /** How much of a thousand is used; a little is seen, too. */
    public long meter() {
      return used == 0 || limit == 0 ? 0 : Math.max(SEEN, Math.min(WHOLE, used * WHOLE / limit));
    }
  }

  Calls calls(String company) {
    Map<String, long[]> today = new TreeMap<>();
    Instant since = clock.instant().truncatedTo(ChronoUnit.DAYS);
    jdbc.sql(CALLS_TODAY)
        .param("company", company)
        .param("since", since.atOffset(ZoneOffset.UTC))
        .query(
            row -> {
              today.put(
                  row.getString("what"),
                  new long[] {row.getLong("calls"), row.getLong("elements")});
            });
    long[] none = new long[2];
    long[] documents = today.getOrDefault("DOCUMENTS", none);
    long receipts = today.getOrDefault("RECEIPTS", none)[0];
    long reads = today.getOrDefault("READS", none)[0];
    long own = documents[0] + receipts + reads;
    Calls unlimited = new Calls(null, own, 0, null, documents[0], receipts, reads, documents[1]);
    return jdbc.sql(CALLS_LEFT)
        .param("company", company)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .query(
            (row, number) ->
                unlimited.of(
                    row.getInt("day_limit"),
                    row.getLong("used"),
                    row.getBoolean("is_new") ? null : Moments.of(row, "renewed_at")))
        .optional()
        .orElse(unlimited);
  }

  /** Of the newest posted documents, in order. */
  List<Long> seconds(String company) {
    return jdbc.sql(HOW_LONG)
        .param("company", company)
        .param("limit", TIMED)
        .query(Long.class)
        .list();
  }
}
