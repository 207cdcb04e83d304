package io.ledgerway.reload;

import io.ledgerway.edition.Edition;
import io.ledgerway.edition.EditionInForce;
import io.ledgerway.mapping.Compiled;
import io.ledgerway.mapping.Mappings;
import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.problem.Mistake;
import io.ledgerway.source.Sources;
import io.ledgerway.validation.Validation;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes up edited files: once nobody has touched them between two looks, all of them are copied and
 * judged, and either all take over or none. Thread-safe.
 */
@Component
public class Reload {

  private static final Logger LOG = LoggerFactory.getLogger(Reload.class);

  /** More of them are told over REST. */
  private static final int MOST_LOGGED = 20;

  private final EditionInForce inForce;
  private final Sources sources;
  private final Mappings mappings;
  private final ReplaceRoutes routes;
  private final Clock clock;
  private Map<String, String> seen;
  private String unreadable;
  private Edition former;
  private volatile Refused refused;

  Reload(
      EditionInForce inForce,
      Sources sources,
      Mappings mappings,
      ReplaceRoutes routes,
      Clock clock) {
    this.inForce = inForce;
    this.sources = sources;
    this.mappings = mappings;
    this.routes = routes;
    this.clock = clock;
    this.seen = inForce.current().stamps();
  }

  /** The latest edit, when it is not in force. */
  public Optional<Refused> refused() {
    return Optional.ofNullable(refused);
  }

  /** Looks once. What goes wrong is told in the log, and looked at again. */
  public synchronized void look() {
    try {
      Map<String, String> stamps = inForce.current().edited().stamps();
      boolean settled = stamps.equals(seen);
      seen = stamps;
      if (stamps.equals(inForce.current().stamps())) {
        withdraw();
      } else if (settled && routes.isRunning() && !isRefused(stamps)) {
        Optional<Edition> edition = inForce.current().edited().copy(clock.instant());
        if (edition.isPresent()) {
          judge(edition.get());
        }
      }
      unreadable = null;
    } catch (IOException | UncheckedIOException e) {
      String what = e.getClass().getSimpleName();
      if (!what.equals(unreadable)) {
        LOG.warn("event=files_not_read problem={}", what);
      }
      unreadable = what;
    }
  }

  private boolean isRefused(Map<String, String> stamps) {
    return refused != null && stamps.equals(refused.stamps());
  }

  private void withdraw() {
    if (refused != null) {
      refused = null;
      LOG.info("event=edit_withdrawn edition={}", inForce.current().version());
    }
  }

  private void judge(Edition edition) {
    if (edition.version().equals(inForce.current().version())) {
      edition.forget();
      inForce.put(inForce.current().touched(edition.stamps()));
      return;
    }
    List<Mistake> mistakes;
    try {
      mistakes = edition.toldOfEditable(Validation.of(edition.routes(), edition.mappings()));
      if (mistakes.isEmpty()) {
        mistakes = takeOver(edition);
      }
    } catch (RuntimeException | StackOverflowError e) {
      // Whatever somebody writes into a file, it is judged once, and what runs runs on.
      LOG.error("event=edit_not_judged", e);
      mistakes = List.of(mistake(edition, e));
    }
    if (mistakes.isEmpty()) {
      refused = null;
    } else {
      refuse(edition, mistakes);
    }
  }

  private void refuse(Edition edition, List<Mistake> mistakes) {
    refused = new Refused(edition.stamps(), edition.since(), mistakes);
    edition.forget();
    mistakes.stream()
        .limit(MOST_LOGGED)
        .forEach(
            mistake ->
                LOG.error(
                    "event=edit_mistaken file={} line={} column={} problem={}",
                    mistake.file(),
                    mistake.line(),
                    mistake.column(),
                    mistake.what()));
    LOG.error(
        "event=edit_refused mistakes={} edition={}", mistakes.size(), inForce.current().version());
  }

  /** Sources and mappings first: a route that is new may need one that is new. */
  private List<Mistake> takeOver(Edition edition) {
    Edition before = inForce.current();
    Sources sourcesBefore = sources.now();
    sources.take(new Sources(edition.routes(), edition.mappings()));
    Compiled mappingsBefore = mappings.take(Mappings.compile(edition, sources));
    inForce.put(edition);
    try {
      Set<String> replaced = routes.change(before, edition);
      LOG.info(
          "event=edition_in_force edition={} before={} routes={}",
          edition.version(),
          before.version(),
          replaced);
      forget(before);
      return List.of();
    } catch (Exception e) {
      inForce.put(before);
      mappings.take(mappingsBefore);
      sources.take(sourcesBefore);
      LOG.error("event=routes_not_replaced edition={}", edition.version(), e);
      return List.of(mistake(edition, e));
    }
  }

  private static Mistake mistake(Edition edition, Throwable e) {
    String folder = edition.edited().routes().toString();
    return e instanceof LedgerwayException ours
        ? new Mistake(folder, 0, 0, ours.plainMessage(), ours.hint())
        : new Mistake(
            folder,
            0,
            0,
            "These files cannot be put in force (" + e.getClass().getSimpleName() + ")",
            "The engine's log has the cause");
  }

  @PreDestroy
  synchronized void forgetFormer() {
    if (former != null) {
      former.forget();
    }
  }

  /** What began with an edition may still read a file of it: it goes with the next but one. */
  private void forget(Edition before) {
    forgetFormer();
    former = before;
  }
}
