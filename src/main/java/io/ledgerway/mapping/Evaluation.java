package io.ledgerway.mapping;

import io.ledgerway.problem.Problem;
import io.ledgerway.reference.Books;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** One run of a mapping over one document: what it may look up, and what it found wrong. */
final class Evaluation {

  // As long as real ones, so that a check before posting cuts text where the posting will.
  static final String PLACEHOLDER_MARKER = "LW-000000000000-00";
  static final String PLACEHOLDER_URL = "https://ledgerway.invalid/documents/0";

  private final Supplier<Books> source;
  private final String marker;
  private final String documentUrl;
  private final List<Problem> problems = new ArrayList<>();
  private Books books;
  private String line = "";

  Evaluation(Supplier<Books> books, String marker, String documentUrl) {
    this.source = books;
    this.marker = Objects.requireNonNullElse(marker, PLACEHOLDER_MARKER);
    this.documentUrl = Objects.requireNonNullElse(documentUrl, PLACEHOLDER_URL);
  }

  /** Asked for only by look-ups: a mapping without any needs no company. */
  Books books() {
    if (books == null) {
      books = source.get();
    }
    return books;
  }

  String marker() {
    return marker;
  }

  String documentUrl() {
    return documentUrl;
  }

  /** From here on, problems of a line's fields name that line. */
  void enterLine(int index) {
    line = "lines[" + index + "].";
  }

  /** Where a field of the line at hand stands in the document. */
  String atLine(String field) {
    return line + field;
  }

  /** Notes a problem once, however often a mapping runs into it at the same field. */
  void note(Problem problem) {
    if (!problems.contains(problem)) {
      problems.add(problem);
    }
  }

  List<Problem> problems() {
    return problems;
  }
}
