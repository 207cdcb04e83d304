package io.ledgerway.person;

import com.github.f4b6a3.uuid.UuidCreator;
import io.ledgerway.digest.Sha256;
import io.ledgerway.posting.Statements;
import io.ledgerway.sql.Moments;
import io.ledgerway.work.Lease;
import io.ledgerway.work.Leases;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Removes what is kept of a person, some rows at a time, each step and how far it came in one
 * transaction. Whose data it was is known by a hash afterwards. Thread-safe.
 */
@Component
public class Erasures {

  private static final Logger LOG = LoggerFactory.getLogger(Erasures.class);

  private final Statements statements;
  private final Leases leases;
  private final Clock clock;

  Erasures(Statements statements, Leases leases, Clock clock) {
    this.statements = statements;
    this.leases = leases;
    this.clock = clock;
  }

  /** In this order; each is {@code sql/person/erase-<name>.sql}. */
  private enum Step {
    DOCUMENTS(200),
    LETTERS(200),
    RECORDS(0),
    CHANGES(500),
    OTHERS(0);

    private final int rows;

    Step(int rows) {
      this.rows = rows;
    }

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The one after it; null after the last. */
    String next() {
      return ordinal() + 1 < values().length ? values()[ordinal() + 1].label() : null;
    }
  }

  /**
   * @param counts JSON: how much was removed, by place, and under {@code left} what was not and why
   * @param endedAt null while it goes on
   */
  public record Erasure(
      UUID id, String emailHash, String askedBy, Instant askedAt, String counts, Instant endedAt) {}

  /** It begins within seconds. */
  public UUID request(String company, String email, String askedBy) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    statements
        .named("person/request")
        .value("id", id)
        .value("company", company)
        .value("email", Email.plain(email))
        .value("hash", Sha256.of(Email.plain(email)))
        .value("askedBy", askedBy)
        .value("now", clock.instant())
        .run();
    LOG.info("event=erasure_asked id={} company={} by={}", id, company, askedBy);
    return id;
  }

  public Optional<Erasure> find(String company, UUID id) {
    List<Erasure> found = new ArrayList<>();
    statements
        .named("person/find")
        .value("company", company)
        .value("id", id)
        .rows(
            row ->
                found.add(
                    new Erasure(
                        id,
                        row.getString("email_hash"),
                        row.getString("asked_by"),
                        Moments.of(row, "asked_at"),
                        row.getString("counts"),
                        Moments.of(row, "ended_at"))));
    return found.stream().findFirst();
  }

  /**
   * @param toldSources those that are told outcomes, with commas between them
   * @return whether there is more to do
   */
  boolean step(UUID id, String toldSources, Lease lease) {
    boolean[] more = new boolean[1];
    leases.whileHeld(lease, () -> more[0] = step(id, toldSources));
    return more[0];
  }

  private boolean step(UUID id, String toldSources) {
    List<Map<String, Object>> open = statements.named("person/open").value("id", id).list();
    if (open.isEmpty()) {
      return false;
    }
    Map<String, Object> erasure = open.get(0);
    Step step = Step.valueOf(((String) erasure.get("step")).toUpperCase(Locale.ROOT));
    String email = (String) erasure.get("email");
    Map<String, Object> done =
        statements
            .named("person/erase-" + step.label())
            .value("company", erasure.get("company"))
            .value("email", email)
            .value("escaped", Email.escaped(email))
            .value("after", erasure.get("after"))
            .value("toldSources", toldSources)
            .value("now", clock.instant())
            .list()
            .get(0);
    boolean whole = step.rows > 0 && ((Number) done.get("seen")).intValue() == step.rows;
    String next = whole ? step.label() : step.next();
    statements
        .named("person/keep-place")
        .value("id", id)
        .value("step", next)
        .value("after", whole ? done.get("after") : null)
        .value("counts", done.get("counts"))
        .value("now", clock.instant())
        .run();
    if (next == null) {
      LOG.info("event=erasure_done id={} company={}", id, erasure.get("company"));
    }
    return next != null;
  }
}
