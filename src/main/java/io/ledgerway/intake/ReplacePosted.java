package io.ledgerway.intake;

import io.ledgerway.checking.Undo;
import io.ledgerway.posting.Arrival;
import io.ledgerway.posting.Arrival.AfterPosting;
import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.source.Choices;
import io.ledgerway.source.Source;
import io.ledgerway.source.Sources;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Undoes what stands in Xero and has been changed at its source since, where its kind is replaced
 * or the company has chosen {@code REPLACE} in the source's setting {@code afterPosting}. The
 * change is posted anew when it comes again. Asking twice does no harm. Thread-safe.
 */
@Component
class ReplacePosted {

  private static final Logger LOG = LoggerFactory.getLogger(ReplacePosted.class);
  private static final String SETTING = "afterPosting";

  private final Sources sources;
  private final Choices choices;
  private final Undo undo;

  ReplacePosted(Sources sources, Choices choices, Undo undo) {
    this.sources = sources;
    this.choices = choices;
    this.undo = undo;
  }

  /** What the source has withdrawn stays for a person to decide. */
  void replace(Arrival changed) {
    if (changed.withdrawn() != null || !wanted(changed)) {
      return;
    }
    try {
      undo.ofSource(changed.company(), changed.source(), changed.sourceId());
    } catch (LedgerwayException e) {
      LOG.info(
          "event=not_replaced company={} source={} id={} code={}",
          changed.company(),
          changed.source(),
          changed.sourceId(),
          e.code());
    }
  }

  /** As its kind says, or as the company has chosen. */
  private boolean wanted(Arrival changed) {
    Source source = sources.of(changed.source());
    return changed.afterPosting() == AfterPosting.REPLACE
        || source.settings().containsKey(SETTING)
            && choices
                .settings(changed.company(), source)
                .path(SETTING)
                .asText()
                .equals(AfterPosting.REPLACE.name());
  }
}
