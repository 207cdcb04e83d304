package io.ledgerway.posting;

import com.github.f4b6a3.uuid.UuidCreator;
import io.ledgerway.cause.Cause;
import io.ledgerway.posting.Arrival.AfterPosting;
import io.ledgerway.posting.Arrival.Outcome;
import io.ledgerway.problem.Problem;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ledger's way in: each document once, whatever comes twice, late or in another order.
 * Thread-safe.
 */
@Component
public class Arrivals {

  private static final Set<String> IN_XERO = Set.of("POSTED", "DIFFERENT");
  private final Statements statements;
  private final Clock clock;
  private final Duration evidence;

  Arrivals(
      Statements statements, Clock clock, @Value("${ledgerway.keep.evidence}") Duration evidence) {
    this.statements = statements;
    this.clock = clock;
    this.evidence = evidence;
  }

  /** What a mapping, as it is now, makes of an event that came before. */
  @FunctionalInterface
  public interface Reading {

    /**
     * @return the content hash of the event, by the mapping that the arrival came by; null when it
     *     cannot be told
     */
    String hashOf(Arrival arrival, String event);
  }

  /**
   * Enters documents in one transaction, in the order given.
   *
   * @param reading asked where a document seems to say something else than what was posted: its
   *     mapping may have been edited since
   * @return what became of each, in the same order
   */
  @Transactional
  public List<Outcome> enter(List<Arrival> arrivals, Reading reading) {
    Outcome[] outcomes = new Outcome[arrivals.size()];
    for (List<Integer> round : rounds(arrivals)) {
      List<Arrival> asking = round.stream().map(arrivals::get).toList();
      Set<String> stored = new HashSet<>();
      asking.stream()
          .collect(Collectors.groupingBy(Way::of))
          .forEach((way, those) -> store(those, way, stored));
      Map<String, Standing> standing =
          standing(asking.stream().filter(a -> !stored.contains(key(a))).toList());
      for (int index : round) {
        Arrival arrival = arrivals.get(index);
        outcomes[index] =
            stored.contains(key(arrival))
                ? Outcome.STORED
                : judge(arrival, standing.get(key(arrival)), reading);
      }
    }
    return List.of(outcomes);
  }

  /**
   * One statement cannot touch a row twice: versions of one document go into rounds of their own.
   * Each round is a list of indexes.
   */
  private static List<List<Integer>> rounds(List<Arrival> arrivals) {
    List<List<Integer>> rounds = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    for (int index = 0; index < arrivals.size(); index++) {
      int round = seen.merge(key(arrivals.get(index)), 1, Integer::sum) - 1;
      if (round == rounds.size()) {
        rounds.add(new ArrayList<>());
      }
      rounds.get(round).add(index);
    }
    return rounds;
  }

  private void store(List<Arrival> round, Way way, Set<String> stored) {
    statements
        .named("posting/enter")
        .array("ids", "uuid", round, a -> UuidCreator.getTimeOrderedEpoch())
        .array("companies", "text", round, Arrival::company)
        .array("sources", "text", round, Arrival::source)
        .array("source_ids", "text", round, Arrival::sourceId)
        .array("versions", "integer", round, Arrival::version)
        .array("kinds", "text", round, Arrival::kind)
        .array("resources", "text", round, Arrival::resource)
        .array("dates", "date", round, a -> a.date() == null ? null : a.date().toString())
        .array("currencies", "text", round, Arrival::currency)
        .array("totals", "numeric", round, Arrival::total)
        .array("employees", "text", round, Arrival::employee)
        .array("merchants", "text", round, Arrival::merchant)
        .array("events", "text", round, Arrival::event)
        .array("hashes", "text", round, Arrival::contentHash)
        .array("mistaken_by", "text", round, Arrival::mistakenBy)
        .array("traces", "text", round, a -> a.trace() == null ? null : a.trace().text())
        .array("wanted", "boolean", round, a -> a.withdrawn() == null && !isForgotten(a))
        .value("versioned", way.versioned())
        .value("updates", way.updates())
        .value("now", clock.instant())
        .rows(
            row ->
                stored.add(
                    key(
                        row.getString("company"),
                        row.getString("source"),
                        row.getString("source_id"))));
  }

  private Map<String, Standing> standing(List<Arrival> others) {
    Map<String, Standing> standing = new LinkedHashMap<>();
    if (!others.isEmpty()) {
      statements
          .named("posting/standing")
          .array("companies", "text", others, Arrival::company)
          .array("sources", "text", others, Arrival::source)
          .array("source_ids", "text", others, Arrival::sourceId)
          .array("hashes", "text", others, Arrival::contentHash)
          .rows(
              row ->
                  standing.put(
                      key(
                          row.getString("company"),
                          row.getString("source"),
                          row.getString("source_id")),
                      new Standing(
                          row.getObject("id", UUID.class),
                          row.getInt("version"),
                          row.getString("content_hash"),
                          row.getString("state"),
                          row.getString("kind"),
                          row.getObject("document_date", LocalDate.class),
                          row.getString("currency"),
                          row.getBigDecimal("total"),
                          row.getString("later_hash"),
                          row.getString("event"))));
    }
    return standing;
  }

  private Outcome judge(Arrival arrival, Standing standing, Reading reading) {
    if (standing == null) {
      return arrival.withdrawn() != null
          ? Outcome.NOT_WANTED
          : isForgotten(arrival) ? Outcome.FORGOTTEN : Outcome.UNKNOWN_COMPANY;
    }
    if (arrival.version() == null) {
      return judgeByContent(arrival, asSaidNow(arrival, standing, reading));
    }
    if (arrival.version() < standing.version()) {
      return Outcome.OUTDATED;
    }
    if (arrival.contentHash().equals(asSaidNow(arrival, standing, reading).contentHash())) {
      return arrival.version() > standing.version() ? Outcome.SAME_AGAIN : Outcome.DUPLICATE;
    }
    return arrival.version() > standing.version()
        ? judgeNewer(arrival, standing)
        : Outcome.CONTENT_CHANGED;
  }

  private static Outcome judgeNewer(Arrival arrival, Standing standing) {
    if (arrival.afterPosting() == AfterPosting.REFUSE) {
      return Outcome.ALREADY_SENT;
    }
    if (!IN_XERO.contains(standing.state())) {
      return Outcome.WAITS;
    }
    return arrival.afterPosting() == AfterPosting.REPLACE
        ? Outcome.CHANGED_AFTER_POSTING
        : Outcome.ALREADY_SENT;
  }

  /**
   * Whether the ledger may have had the document and removed it, as it had been kept long enough:
   * nobody can tell whether it was posted.
   */
  private boolean isForgotten(Arrival arrival) {
    return arrival.date() != null
        && arrival
            .date()
            .isBefore(LocalDate.ofInstant(clock.instant().minus(evidence), ZoneOffset.UTC));
  }

  /**
   * By the mapping as it is now. Where what came then was removed, what stands in the books has to
   * do: the same day and amount are no change.
   */
  private Standing asSaidNow(Arrival arrival, Standing standing, Reading reading) {
    String hash = arrival.contentHash();
    if (hash.equals(standing.contentHash())
        || arrival.version() == null && !IN_XERO.contains(standing.state())
        || !(standing.event() == null
            ? standing.isInTheBooks(arrival)
            : hash.equals(reading.hashOf(arrival, standing.event())))) {
      return standing;
    }
    later("posting/adopt-hash", arrival, standing).value("before", standing.contentHash()).run();
    return standing.saying(hash);
  }

  private Outcome judgeByContent(Arrival arrival, Standing standing) {
    if (arrival.contentHash().equals(standing.contentHash())) {
      if (standing.laterHash() != null) {
        later("posting/changed-back", arrival, standing).run();
      }
      return Outcome.DUPLICATE;
    }
    if (!IN_XERO.contains(standing.state())) {
      return Outcome.LATER;
    }
    if (!arrival.contentHash().equals(standing.laterHash())) {
      later("posting/changed-after", arrival, standing)
          .value("problems", ProblemsJson.write(List.of(changed(arrival, standing))))
          .run();
    }
    return Outcome.CHANGED_AFTER_POSTING;
  }

  private Statements.Statement later(String statement, Arrival arrival, Standing standing) {
    return statements
        .named(statement)
        .value("id", standing.id())
        .value("hash", arrival.contentHash())
        .value("now", clock.instant());
  }

  private static Problem changed(Arrival arrival, Standing standing) {
    return arrival.withdrawn() == null
        ? Cause.CHANGED_AFTER_POSTING.at(
            null, List.of(), plain(standing.total()), plain(arrival.total()))
        : Cause.WITHDRAWN_AFTER_POSTING.at(null, List.of(), arrival.withdrawn());
  }

  private static String plain(BigDecimal amount) {
    return amount == null ? "nothing" : amount.toPlainString();
  }

  private static String key(Arrival arrival) {
    return key(arrival.company(), arrival.source(), arrival.sourceId());
  }

  private static String key(String company, String source, String sourceId) {
    return company + '\n' + source + '\n' + sourceId;
  }

  /** What counts as newer, and whether that also holds once it stands in Xero. */
  private record Way(boolean versioned, boolean updates) {

    static Way of(Arrival arrival) {
      return new Way(
          arrival.version() != null,
          arrival.afterPosting() == AfterPosting.UPDATE && arrival.withdrawn() == null);
    }
  }

  /**
   * @param event asked for only where another content hash came; null then where it was removed
   */
  private record Standing(
      UUID id,
      int version,
      String contentHash,
      String state,
      String kind,
      LocalDate date,
      String currency,
      BigDecimal total,
      String laterHash,
      String event) {

    Standing saying(String hash) {
      return new Standing(id, version, hash, state, kind, date, currency, total, laterHash, event);
    }

    boolean isInTheBooks(Arrival arrival) {
      return arrival.withdrawn() == null
          && kind.equals(arrival.kind())
          && Objects.equals(date, arrival.date())
          && Objects.equals(currency, arrival.currency())
          && (total == null || arrival.total() == null
              ? total == arrival.total()
              : total.compareTo(arrival.total()) == 0);
    }
  }
}
