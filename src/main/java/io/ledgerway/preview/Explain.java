package io.ledgerway.preview;

import io.ledgerway.checking.OpenDocument;
import io.ledgerway.checking.Prepared;
import io.ledgerway.mapping.Trace;
import io.ledgerway.preview.Explained.Field;
import io.ledgerway.preview.Explained.Why;
import io.ledgerway.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Says of each field of a document, and of each problem, what made it: by a run of the real steps
 * that is written down. Thread-safe.
 */
@Component
public class Explain {

  private final Preview preview;
  private final RealSteps steps;
  private final PostingRows rows;

  Explain(Preview preview, RealSteps steps, PostingRows rows) {
    this.preview = preview;
    this.steps = steps;
    this.rows = rows;
  }

  /** As {@link Preview#ofEvent}. */
  public Explained ofEvent(String company, String source, String record, byte[] event) {
    Trace trace = new Trace();
    return explained(preview.ofEvent(company, source, record, event, trace), null, trace);
  }

  /**
   * As the mappings and the books are now: what was sent earlier may have been made by others.
   * Empty when the company has no document of that id.
   */
  public Optional<Explained> ofPosting(String company, UUID id) {
    return rows.of(company, id).map(row -> explained(company, row));
  }

  private Explained explained(String company, Map<String, Object> row) {
    Trace trace = new Trace();
    Prepared now = steps.prepare(company, List.of(row), Preview.traced(trace)).get(0);
    String document = OpenDocument.marked(now.document(), (String) row.get("marker"));
    String held = OpenDocument.marked((String) row.get("document"), (String) row.get("marker"));
    Previewed previewed =
        new Previewed(
            null,
            LedgerRows.entry(row, (UUID) row.get("id"), null, (String) row.get("state")),
            now.problems(),
            document,
            List.of(),
            null);
    return explained(previewed, held == null ? null : held.equals(document), trace);
  }

  private static Explained explained(Previewed previewed, Boolean asInLedger, Trace trace) {
    return new Explained(
        previewed,
        asInLedger,
        trace.fields().stream()
            .map(each -> new Field(each.path(), each.value(), each.at(), each.origin()))
            .toList(),
        previewed.problems().stream().map(problem -> why(problem, trace)).toList(),
        trace.isCut(),
        trace.texts());
  }

  private static Why why(Problem problem, Trace trace) {
    Optional<Trace.Found> found =
        trace.problems().stream().filter(each -> each.problem().equals(problem)).findFirst();
    return new Why(
        problem,
        found.map(Trace.Found::at).orElse(null),
        found.map(Trace.Found::origin).orElse(null),
        trace.fields().stream()
            .filter(each -> isAbout(problem.field(), each))
            .map(Trace.Field::path)
            .toList());
  }

  private static boolean isAbout(String field, Trace.Field made) {
    return field != null
        && (made.path().equals(field)
            || made.origin() != null
                && made.origin().reads().stream()
                    .anyMatch(read -> !read.decides() && read.path().equals(field)));
  }
}
