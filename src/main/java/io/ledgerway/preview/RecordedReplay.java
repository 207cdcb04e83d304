package io.ledgerway.preview;

import io.ledgerway.checking.OpenDocument;
import io.ledgerway.document.DocumentChecks;
import io.ledgerway.document.DocumentJson;
import io.ledgerway.document.DocumentResource;
import io.ledgerway.document.SourceDocument;
import io.ledgerway.golden.BooksFile;
import io.ledgerway.golden.GoldenCases;
import io.ledgerway.mapping.MappingException;
import io.ledgerway.mapping.MappingProblems;
import io.ledgerway.mapping.Mappings;
import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.problem.Problem;
import io.ledgerway.reference.Books;
import io.ledgerway.source.Source.Kind;
import io.ledgerway.source.Sources;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs recorded events through two folders of mappings, without an engine, by the books of cases.
 * The same mappings and checks; what an engine's routes and ledger say is not asked.
 */
public final class RecordedReplay {

  private final String source;
  private final Sources sources;
  private final Path before;
  private final Path after;

  /**
   * @param before mappings as they were
   * @param after mappings as they are to be; their {@code books.yaml} counts for both
   */
  public RecordedReplay(String source, Sources sources, Path before, Path after) {
    this.source = source;
    this.sources = sources;
    this.before = before;
    this.after = after;
    if (sources.find(source).isEmpty()) {
      throw new LedgerwayException(
          "SOURCE_UNKNOWN",
          "There is no source '" + source + "' below the folder of routes.",
          "Name one whose source.yaml is there.");
    }
  }

  /**
   * @param events as JSON, by the names that people know them by
   */
  public Replayed run(Map<String, String> events) {
    BooksFile file = BooksFile.read(after.resolve("books.yaml"));
    Books books = file.books();
    Mappings then = mappings(before, file);
    Mappings now = mappings(after, file);
    Tally tally = new Tally();
    events.forEach(
        (name, event) -> {
          Map<String, Object> row = new HashMap<>();
          row.put("source", source);
          row.put("source_id", name);
          tally.add(row, made(then, books, event, row), made(now, books, event, row));
        });
    return tally.told(List.of(), false);
  }

  private Mappings mappings(Path folder, BooksFile books) {
    return new Mappings(
        folder, sources, company -> books.books(), (company, of, id) -> books.posted(of, id));
  }

  private Made made(Mappings mappings, Books books, String event, Map<String, Object> row) {
    Map<String, String> entry = new TreeMap<>();
    try {
      Map<?, ?> said =
          (Map<?, ?>)
              mappings.mapAgainst(
                  books,
                  source + "/ledger-entry",
                  event,
                  OpenDocument.MARKER_TO_COME,
                  GoldenCases.URL);
      for (String name : List.of("sourceId", "version", "kind", "date", "currency", "total")) {
        entry.put(name, said.get(name) == null ? null : said.get(name).toString());
      }
      row.put("kind", entry.get("kind"));
      return document(mappings, books, event, said, entry);
    } catch (MappingProblems found) {
      return new Made(entry, null, Made.codes(found.problems()));
    } catch (MappingException failed) {
      return new Made(entry, null, List.of(failed.code() + " " + failed.plainMessage()));
    }
  }

  @SuppressWarnings("unchecked")
  private Made document(
      Mappings mappings, Books books, String event, Map<?, ?> said, Map<String, String> entry) {
    String mapping = source + "/" + said.get("kind");
    Kind kind = sources.find(source).orElseThrow().kinds().get(String.valueOf(said.get("kind")));
    if (kind == null) {
      return new Made(entry, null, List.of("LEDGER_ENTRY_WRONG kind"));
    }
    Map<String, Object> document =
        (Map<String, Object>)
            mappings.mapAgainst(
                books, mapping, event, OpenDocument.MARKER_TO_COME, GoldenCases.URL);
    List<Problem> problems =
        new DocumentChecks(
                new SourceDocument(
                    DocumentResource.valueOf(kind.resource()),
                    mapping,
                    kind.noun(),
                    (String) said.get("currency"),
                    (BigDecimal) said.get("total")),
                document,
                OpenDocument.MARKER_TO_COME,
                books)
            .problems();
    return problems.isEmpty()
        ? new Made(entry, DocumentJson.write(document), List.of())
        : new Made(entry, null, Made.codes(problems));
  }
}
