package io.ledgerway.mapping;

import io.ledgerway.golden.BooksFile;
import io.ledgerway.mapping.PostedDocuments.PostedDocument;
import io.ledgerway.reference.Books;
import io.ledgerway.source.Sources;
import java.nio.file.Path;
import java.util.Optional;

/** The books of golden cases, for other tests. */
final class SampleBooks {

  private static final BooksFile FILE = BooksFile.read(Path.of("mappings", "books.yaml"));
  private static final Books ACME = FILE.books();
  private static final Books STRICT =
      FILE.with(BooksFile.read(Path.of("src", "test", "resources", "books", "strict.yaml")))
          .books();

  private SampleBooks() {}

  /** Those of this repository. */
  static Sources sources() {
    return new Sources(Path.of("routes"), Path.of("mappings"));
  }

  /** One report stands in Xero already. */
  static PostedDocuments posted() {
    return (company, source, id) ->
        source.equals("expensify") && id.equals("posted")
            ? Optional.of(
                new PostedDocument("expense-report", "ManualJournals", "xero-of-" + company, 2))
            : Optional.empty();
  }

  static Evaluation.Surroundings surroundings() {
    return new Evaluation.Surroundings(sources(), posted());
  }

  static Books acme() {
    return ACME;
  }

  /** Without a transfer account, and with mixed signs held. */
  static Books strict() {
    return STRICT;
  }
}
