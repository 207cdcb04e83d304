package io.ledgerway.preview;

import io.ledgerway.checking.Prepared;
import io.ledgerway.intake.Judged;
import io.ledgerway.mapping.MappingException;
import io.ledgerway.mapping.Mappings;
import io.ledgerway.posting.Statements;
import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.source.Source;
import io.ledgerway.source.Sources;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/**
 * Runs events that came before through edited mappings, beside those in force, and says what would
 * be otherwise; nothing is stored. One at a time, some documents at once and a pause after each
 * lot, so that the engine's own work goes on. Thread-safe.
 */
@Component
public class Replay {

  public static final int MOST_EVENTS = 10_000;
  private static final int AT_ONCE = 50;
  private static final Duration LONGEST = Duration.ofSeconds(90);

  /** Of the time that a lot took, the part that others have for themselves. */
  private static final int PAUSE = 10;

  private static final UUID AFTER_ALL = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

  private final RealSteps steps;
  private final RecordRoutes routes;
  private final Statements statements;
  private final Mappings mappings;
  private final Sources sources;
  private final Clock clock;
  private final Semaphore one = new Semaphore(1);

  Replay(
      RealSteps steps,
      RecordRoutes routes,
      Statements statements,
      Mappings mappings,
      Sources sources,
      Clock clock) {
    this.steps = steps;
    this.routes = routes;
    this.statements = statements;
    this.mappings = mappings;
    this.sources = sources;
    this.clock = clock;
  }

  /**
   * @param company null for all
   * @param last how many events at the most
   * @param texts of mappings, by name; those that say what is in force are left aside
   * @throws MappingException when one is broken
   * @throws LedgerwayException {@code NO_SOURCES_MAPPING}, {@code REPLAY_UNDER_WAY}, {@code
   *     RECORD_ROUTE_UNKNOWN}
   */
  public Replayed run(String company, int last, Map<String, String> texts) {
    Edit edit = edit(texts);
    if (!one.tryAcquire()) {
      throw new LedgerwayException(
          "REPLAY_UNDER_WAY", "Another replay is under way.", "Ask again when it has ended.");
    }
    try {
      return edit.sources.isEmpty() ? new Tally().told(List.of(), false) : run(company, last, edit);
    } finally {
      one.release();
    }
  }

  /**
   * @param names of mappings that make something else now, themselves or by what they use
   * @param entering sources whose events may be entered otherwise
   */
  private record Edit(
      Mappings mappings, Set<String> names, Set<String> sources, Set<String> entering) {

    boolean concerns(Map<String, Object> row) {
      return entering.contains((String) row.get("source"))
          || names.contains(row.get("source") + "/" + row.get("kind"));
    }
  }

  private Edit edit(Map<String, String> texts) {
    Mappings edited = mappings.with(texts);
    Set<String> names = new LinkedHashSet<>();
    Set<String> of = new LinkedHashSet<>();
    Set<String> entering = new LinkedHashSet<>();
    for (String name : texts.keySet()) {
      Source source =
          sources
              .find(name.substring(0, Math.max(0, name.indexOf('/'))))
              .orElseThrow(
                  () ->
                      new LedgerwayException(
                          "NO_SOURCES_MAPPING",
                          "'" + name + "' is not in the folder of a source.",
                          "Only what makes documents of events can be replayed."));
      List<String> entries = routes.mappings(source.name());
      List<String> concerned = new ArrayList<>(entries);
      source.kinds().keySet().forEach(kind -> concerned.add(source.name() + "/" + kind));
      for (String each : concerned) {
        if (!version(mappings, each).equals(version(edited, each))) {
          names.add(each);
          of.add(source.name());
          if (entries.contains(each)) {
            entering.add(source.name());
          }
        }
      }
    }
    return new Edit(edited, names, of, entering);
  }

  private static String version(Mappings of, String name) {
    try {
      return of.version(name);
    } catch (MappingException unusable) {
      return "";
    }
  }

  private Replayed run(String company, int last, Edit edit) {
    Tally tally = new Tally();
    Instant end = clock.instant().plus(LONGEST);
    UUID before = AFTER_ALL;
    int left = last;
    boolean stopped = false;
    while (left > 0 && !stopped) {
      long began = System.nanoTime();
      List<Map<String, Object>> rows = rows(company, edit, before, Math.min(left, AT_ONCE));
      if (rows.isEmpty()) {
        break;
      }
      Map<String, List<Map<String, Object>>> ofCompanies = new LinkedHashMap<>();
      for (Map<String, Object> row : rows) {
        if (edit.concerns(row)) {
          ofCompanies
              .computeIfAbsent((String) row.get("company"), each -> new ArrayList<>())
              .add(row);
        } else {
          tally.same(1);
        }
      }
      ofCompanies.forEach((each, theirs) -> compare(each, theirs, edit, tally));
      left -= rows.size();
      before = (UUID) rows.get(rows.size() - 1).get("id");
      stopped = left > 0 && clock.instant().isAfter(end);
      LockSupport.parkNanos((System.nanoTime() - began) / PAUSE);
    }
    return tally.told(List.copyOf(edit.names), stopped);
  }

  private List<Map<String, Object>> rows(String company, Edit edit, UUID before, int limit) {
    Statements.Statement statement =
        statements.named(company == null ? "preview/latest" : "preview/latest-of-company");
    if (company != null) {
      statement.value("company", company);
    }
    return statement
        .array("sources", "text", List.copyOf(edit.sources))
        .value("before", before)
        .value("limit", limit)
        .list();
  }

  private void compare(String company, List<Map<String, Object>> rows, Edit edit, Tally tally) {
    Map<String, Object> edited = Map.of(Mappings.VARIABLE, edit.mappings);
    List<Prepared> now = steps.prepare(company, rows, Map.of());
    List<Map<String, Object>> entered = new ArrayList<>();
    Map<Integer, Made> refused = new HashMap<>();
    enter(company, rows, edit, edited, entered, refused);
    List<Prepared> then = steps.prepare(company, entered, edited);
    int next = 0;
    for (int i = 0; i < rows.size(); i++) {
      Made after = refused.get(i);
      if (after == null) {
        after = Made.of(entered.get(next), then.get(next));
        next++;
      }
      tally.add(rows.get(i), Made.of(rows.get(i), now.get(i)), after);
    }
  }

  /** What the ledger would hold of the events, where that may be something else. */
  private void enter(
      String company,
      List<Map<String, Object>> rows,
      Edit edit,
      Map<String, Object> edited,
      List<Map<String, Object>> entered,
      Map<Integer, Made> refused) {
    Map<String, List<Integer>> ofSources = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      ofSources
          .computeIfAbsent((String) rows.get(i).get("source"), each -> new ArrayList<>())
          .add(i);
    }
    Map<Integer, Map<String, Object>> becomes = new HashMap<>();
    ofSources.forEach(
        (source, indexes) -> {
          if (!edit.entering.contains(source)) {
            indexes.forEach(i -> becomes.put(i, rows.get(i)));
            return;
          }
          List<Judged> judged =
              steps.judge(
                  company,
                  routes.of(source, null),
                  indexes.stream()
                      .map(
                          i -> ((String) rows.get(i).get("event")).getBytes(StandardCharsets.UTF_8))
                      .toList(),
                  edited);
          for (Judged each : judged) {
            int i = indexes.get(each.index());
            if (each.isRefused()) {
              refused.put(i, Made.refused(each));
            } else {
              becomes.put(i, LedgerRows.again(rows.get(i), each.arrival()));
            }
          }
        });
    for (int i = 0; i < rows.size(); i++) {
      if (becomes.containsKey(i)) {
        entered.add(becomes.get(i));
      }
    }
  }
}
