package io.ledgerway.preview;

import com.github.f4b6a3.uuid.UuidCreator;
import io.ledgerway.checking.OpenDocument;
import io.ledgerway.checking.Prepared;
import io.ledgerway.intake.EntryTried;
import io.ledgerway.intake.EntryTried.Tried;
import io.ledgerway.intake.Judged;
import io.ledgerway.mapping.Trace;
import io.ledgerway.posting.Arrival;
import io.ledgerway.preview.Previewed.KnownLater;
import io.ledgerway.problem.LedgerwayException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Says what would become of an event, or of a document of the ledger. Thread-safe. */
@Component
public class Preview {

  private static final Set<String> TO_BE_SENT = Set.of("RECEIVED", "HELD", "READY");

  private final RealSteps steps;
  private final RecordRoutes routes;
  private final EntryTried entries;
  private final Calls calls;
  private final PostingRows rows;

  Preview(RealSteps steps, RecordRoutes routes, EntryTried entries, Calls calls, PostingRows rows) {
    this.steps = steps;
    this.routes = routes;
    this.entries = entries;
    this.calls = calls;
    this.rows = rows;
  }

  /**
   * Of an event as if it came now.
   *
   * @param record the route that takes it in; null where the source has one alone
   * @param event as it came, or would come
   * @throws LedgerwayException {@code RECORD_ROUTE_UNKNOWN}, {@code OTHER_COMPANY}, {@code
   *     LEDGER_BUSY}
   */
  public Previewed ofEvent(String company, String source, String record, byte[] event) {
    return ofEvent(company, source, record, event, null);
  }

  Previewed ofEvent(String company, String source, String record, byte[] event, Trace trace) {
    Judged judged =
        steps.judge(company, routes.of(source, record), List.of(event), Map.of()).get(0);
    if (judged.isRefused()) {
      return new Previewed(judged, null, List.of(), null, List.of(), null);
    }
    Arrival arrival = judged.arrival();
    if (!arrival.company().equals(company)) {
      throw new LedgerwayException(
          "OTHER_COMPANY",
          "The event is not of the company '" + company + "'.",
          "Ask for the company that it names, or name this one in it.");
    }
    Tried tried = tried(judged);
    boolean enters = tried.outcome() == Arrival.Outcome.STORED;
    boolean isNew = tried.standing() == null;
    Map<String, Object> row =
        enters
            ? tried.row()
            : LedgerRows.of(arrival, isNew ? UuidCreator.getTimeOrderedEpoch() : tried.standing());
    Prepared prepared = steps.prepare(company, List.of(row), traced(trace)).get(0);
    return previewed(row, prepared, tried.outcome().name(), isNew, enters);
  }

  private Tried tried(Judged judged) {
    try {
      return entries.of(judged);
    } catch (PessimisticLockingFailureException e) {
      throw new LedgerwayException(
          "LEDGER_BUSY", "The document is just being changed.", "Ask again in a second.", e);
    }
  }

  /** Of a document of the ledger; empty when there is none of that id. */
  public Optional<Previewed> ofPosting(String company, UUID id) {
    return rows.of(company, id)
        .map(
            row ->
                TO_BE_SENT.contains((String) row.get("state"))
                    ? toBeSent(company, row)
                    : asItWasSent(row));
  }

  static Map<String, Object> traced(Trace trace) {
    return trace == null ? Map.of() : Map.of(Trace.VARIABLE, trace);
  }

  private Previewed toBeSent(String company, Map<String, Object> row) {
    Prepared now = steps.prepare(company, List.of(row), Map.of()).get(0);
    boolean stored = "READY".equals(row.get("state")) && now.ready();
    // What is ready goes as it was made, also when its mapping was edited since.
    Prepared goes = stored ? now.saying((String) row.get("document")) : now;
    return previewed(row, goes, null, false, now.ready());
  }

  private Previewed previewed(
      Map<String, Object> row, Prepared prepared, String outcome, boolean isNew, boolean goes) {
    String document = OpenDocument.marked(prepared.document(), (String) row.get("marker"));
    return new Previewed(
        null,
        LedgerRows.entry(row, isNew ? null : (UUID) row.get("id"), outcome, prepared.state()),
        prepared.problems(),
        document,
        document == null ? List.of() : knownLater(document, row, isNew),
        document == null || !goes ? null : calls.of(row, document));
  }

  private Previewed asItWasSent(Map<String, Object> row) {
    String state = (String) row.get("state");
    return new Previewed(
        null,
        LedgerRows.entry(row, (UUID) row.get("id"), null, state),
        List.of(),
        (String) row.get("document"),
        List.of(),
        null);
  }

  private static List<KnownLater> knownLater(
      String document, Map<String, Object> row, boolean isNew) {
    List<KnownLater> later = new ArrayList<>();
    if (document.contains(OpenDocument.MARKER_TO_COME)) {
      later.add(
          new KnownLater(
              OpenDocument.MARKER_TO_COME,
              "the marker, as many characters",
              "when the document is claimed for a batch"));
    }
    String id = row.get("id").toString();
    if (isNew && document.contains(id)) {
      later.add(
          new KnownLater(id, "the posting's id, as many characters", "when the event comes in"));
    }
    return later;
  }
}
