package io.ledgerway.mapping;

import io.ledgerway.mapping.PostedDocuments.PostedDocument;
import io.ledgerway.problem.Problem;
import io.ledgerway.reference.Books;
import io.ledgerway.source.Choice;
import io.ledgerway.source.Source;
import io.ledgerway.source.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** One run of a mapping over one document: what it may look up, and what it found wrong. */
final class Evaluation {

  // As long as real ones, so that a check before posting cuts text where the posting will.
  static final String PLACEHOLDER_MARKER = "LW-000000000000-00";
  static final String PLACEHOLDER_URL = "https://ledgerway.invalid/documents/0";

  private final Supplier<Books> latest;
  private final Source source;
  private final Function<String, Mapping> parts;
  private final Surroundings surroundings;
  private final String noun;
  private final String marker;
  private final String documentUrl;
  private final Trace trace;
  private final List<Problem> problems = new ArrayList<>();
  private Books books;
  private String line = "";

  /**
   * @param source whose mapping runs; null for one of no source
   * @param parts mappings that it may use, by name
   * @param surroundings what else of this engine it may ask for
   * @param noun what people call its documents
   * @param trace what is written down of the run; null when nobody wants to know
   */
  Evaluation(
      Supplier<Books> books,
      Source source,
      Function<String, Mapping> parts,
      Surroundings surroundings,
      String noun,
      String marker,
      String documentUrl,
      Trace trace) {
    this.trace = trace;
    this.latest = books;
    this.source = source;
    this.parts = parts;
    this.surroundings = surroundings;
    this.noun = noun;
    this.marker = Objects.requireNonNullElse(marker, PLACEHOLDER_MARKER);
    this.documentUrl = Objects.requireNonNullElse(documentUrl, PLACEHOLDER_URL);
  }

  /** Null when nobody wants to know. */
  Trace trace() {
    return trace;
  }

  String noun() {
    return noun;
  }

  /** What of the engine is the same for all mappings. */
  record Surroundings(Sources sources, PostedDocuments posted) {}

  Optional<Source> sourceNamed(String name) {
    return surroundings.sources().find(name);
  }

  Optional<PostedDocument> posted(String source, String sourceId) {
    Optional<PostedDocument> found =
        surroundings.posted().find(books().company(), source, sourceId);
    if (trace != null) {
      trace.posted(source, sourceId, found.orElse(null));
    }
    return found;
  }

  /** Asked for only by look-ups: a mapping without any needs no company. */
  Books books() {
    if (books == null) {
      books = trace == null ? latest.get() : latest.get().watchedBy(trace.watcher());
    }
    return books;
  }

  /**
   * @throws IllegalArgumentException when the mapping is of no source
   */
  Source source() {
    if (source == null) {
      throw new IllegalArgumentException("this mapping is in no source's folder");
    }
    return source;
  }

  Mapping part(String name) {
    return parts.apply(name);
  }

  /**
   * What the company has chosen, else what counts when nothing is; null when there is neither.
   *
   * @throws IllegalArgumentException when the source has no such setting
   */
  Object setting(String name) {
    Choice setting = known(source().settings(), name, "setting");
    Optional<String> chosen = books().choice(source.name(), name, "");
    return chosen.isPresent() ? chosen.get() : setting.otherwise();
  }

  /**
   * @throws IllegalArgumentException when the source has none of that name
   */
  static Choice known(Map<String, Choice> choices, String name, String what) {
    Choice known = choices.get(name);
    if (known == null) {
      throw new IllegalArgumentException(
          "source.yaml has no %s '%s', only %s".formatted(what, name, choices.keySet()));
    }
    return known;
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
      if (trace != null) {
        trace.note(problem);
      }
    }
  }

  /** That a function made an object of others, field by field. */
  void madeOf(Map<?, ?> made, List<? extends Map<?, ?>> others) {
    if (trace != null) {
      trace.madeOf(made, others);
    }
  }

  boolean hasProblemAt(String field) {
    return problems.stream().anyMatch(problem -> Objects.equals(problem.field(), field));
  }

  List<Problem> problems() {
    return problems;
  }
}
