package io.ledgerway.sending;

import io.ledgerway.posting.LedgerRow;
import io.ledgerway.trace.Beginning;
import io.ledgerway.trace.Stretch;
import io.ledgerway.trace.TraceContext;
import io.ledgerway.trace.Traces;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * A batch has as many parents as documents: it is a trace of its own, with a link to each of
 * theirs. There is none where none of theirs is kept. Thread-safe.
 */
record BatchTrace(Traces traces) {

  Stretch begin(UUID batch, LedgerRow any, List<Intended> intended) {
    List<TraceContext> followed =
        intended.stream()
            .map(Intended::trace)
            .filter(Objects::nonNull)
            .filter(TraceContext::isKept)
            .toList();
    if (followed.isEmpty()) {
      return Stretch.NONE;
    }
    Beginning beginning = traces.begin("batch");
    followed.forEach(beginning::linkedTo);
    return beginning
        .begin()
        .with("ledgerway.company", any.company())
        .with("ledgerway.batch", batch.toString())
        .with("ledgerway.resource", any.resource())
        .with("ledgerway.documents", intended.size());
  }
}
