package io.ledgerway.mapping;

import io.ledgerway.mapping.PostedDocuments.PostedDocument;
import io.ledgerway.problem.Problem;
import io.ledgerway.reference.LookedUp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where each field of a document, and each problem, comes from, written down while a mapping runs:
 * nothing is guessed afterwards. A run that nobody wants to have explained has no trace, and pays
 * nothing for it. For one run of one thread.
 */
public final class Trace {

  /** Exchange variable of a run that is to be traced. */
  public static final String VARIABLE = "mappingTrace";

  private static final int MOST_FIELDS = 20_000;

  private final Origins origins = new Origins();
  private final Steps steps = new Steps(origins);
  private final Map<String, String> texts = new LinkedHashMap<>();
  private final List<Field> fields = new ArrayList<>();
  private final List<Found> problems = new ArrayList<>();
  private final List<Looked> looked = new ArrayList<>();
  private boolean cut;

  /**
   * A value of the document.
   *
   * @param path such as {@code LineItems[0].AccountCode}
   * @param origin null when nothing is known of it
   */
  public record Field(String path, Object value, At at, Origin origin) {}

  /** A problem that the mapping found, and what it was doing then. */
  public record Found(Problem problem, At at, Origin origin) {}

  /**
   * A place in a mapping; line and column count from 1.
   *
   * @param mapping {@code source/kind}
   */
  public record At(String mapping, int line, int column) {}

  /**
   * What a value was made of.
   *
   * @param more whether it was made of more than is listed
   */
  public record Origin(List<Read> reads, List<Call> calls, boolean more) {}

  /**
   * A value of the event that was read.
   *
   * @param decides whether it only decided what was done
   */
  public record Read(String path, Object value, boolean decides) {}

  /**
   * A function of ours that was called.
   *
   * @param gave null for nothing, and where it is no plain value
   */
  public record Call(
      String function, List<Object> arguments, Object gave, At at, List<Looked> looked) {}

  /**
   * A look into the company's books or the ledger.
   *
   * @param part {@code account}, {@code choice} and the like
   * @param key by which it was looked for
   * @param found the record; null when there is none
   */
  public record Looked(String part, String key, Object found) {}

  /** The values of the document, in its order. */
  public List<Field> fields() {
    return List.copyOf(fields);
  }

  public List<Found> problems() {
    return List.copyOf(problems);
  }

  /** Every look into books and ledger, in order. */
  public List<Looked> looked() {
    return List.copyOf(looked);
  }

  /** The texts of the mappings that ran, by name. */
  public Map<String, String> texts() {
    return Map.copyOf(texts);
  }

  /** Whether there is more than is listed. */
  public boolean isCut() {
    return cut;
  }

  LookedUp watcher() {
    return this::look;
  }

  void posted(String source, String id, PostedDocument found) {
    look("posted", source + "/" + id, found);
  }

  private void look(String part, String key, Object found) {
    Looked one = new Looked(part, key, found);
    if (!looked.contains(one)) {
      looked.add(one);
    }
    steps.look(one);
  }

  void note(Problem problem) {
    problems.add(new Found(problem, steps.placeOfCall(), steps.originSoFar()));
  }

  void begin(Mapping mapping, String text, Object document) {
    texts.put(mapping.name(), text);
    origins.input(document);
    steps.begin(mapping.name(), text);
  }

  void end() {
    steps.end();
  }

  void enter(Object symbol, Object input, Object frame) {
    steps.enter(symbol);
  }

  void exit(Object symbol, Object input, Object frame, Object result) {
    steps.exit(input, frame, result);
  }

  void called(MappingFunction function, List<?> arguments, Object gave) {
    steps.called(function.name(), arguments, gave);
  }

  void madeOf(Map<?, ?> made, List<? extends Map<?, ?>> others) {
    others.forEach(each -> origins.taken(made, each));
  }

  /** The document is made: what its fields were made of is read off it. */
  void made(Object document) {
    fields.clear();
    walk("", document, steps.whole());
  }

  private void walk(String path, Object value, Origins.Made inherited) {
    if (fields.size() >= MOST_FIELDS) {
      cut = true;
    } else if (value instanceof Map<?, ?> map) {
      Origins.Made whole = origins.of(map, inherited);
      map.forEach(
          (key, each) ->
              walk(
                  path.isEmpty() ? (String) key : path + "." + key,
                  each,
                  origins.field(map, (String) key, whole)));
    } else if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        walk(path + "[" + i + "]", list.get(i), inherited);
      }
    } else if (value != null) {
      fields.add(
          new Field(
              path,
              Documents.exact(value),
              inherited == null ? null : inherited.at(),
              inherited == null ? null : inherited.origin().told()));
    }
  }
}
