package io.ledgerway.mapping;

import com.fasterxml.jackson.core.JacksonException;
import io.ledgerway.edition.Edition;
import io.ledgerway.edition.EditionInForce;
import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.reference.Books;
import io.ledgerway.reference.BooksOf;
import io.ledgerway.source.Source;
import io.ledgerway.source.Sources;
import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The mappings in force: those of one edition of the files, until those of the next are taken up as
 * one. Thread-safe.
 */
@Component
public class Mappings {

  /** Exchange variable that says which mapping made the body, or failed to. */
  public static final String NAME_VARIABLE = "mappingName";

  /** Exchange variable that says which version of that mapping: its text tells. */
  public static final String VERSION_VARIABLE = "mappingVersion";

  /** Exchange variable of mappings that a run is to use in the place of the engine's own. */
  public static final String VARIABLE = "mappingsTried";

  // A route may compute the name from a document, so it must not lead out of the folder.
  private static final Pattern NAME = Pattern.compile("[a-z0-9-]+(/[a-z0-9-]+)*");

  private static final Logger LOG = LoggerFactory.getLogger(Mappings.class);

  private final Map<String, String> seen = new ConcurrentHashMap<>();
  private final Map<String, Mapping> edited;
  private final BooksOf booksOf;
  private final PostedDocuments posted;
  private volatile Compiled compiled;

  @Autowired
  Mappings(EditionInForce edition, Sources sources, BooksOf booksOf, PostedDocuments posted) {
    this(compile(edition.current(), sources), booksOf, posted, Map.of());
  }

  /** Those of a folder that nobody edits meanwhile. */
  public Mappings(Path folder, Sources sources, BooksOf booksOf, PostedDocuments posted) {
    this(new Compiled(folder, UnaryOperator.identity(), sources.now()), booksOf, posted, Map.of());
  }

  private Mappings(
      Compiled compiled, BooksOf booksOf, PostedDocuments posted, Map<String, Mapping> edited) {
    this.compiled = compiled;
    this.booksOf = booksOf;
    this.posted = posted;
    this.edited = edited;
  }

  /**
   * Compiles an edition's mappings; nothing of it is in force.
   *
   * @param sources the edition's
   */
  public static Compiled compile(Edition edition, Sources sources) {
    return new Compiled(edition.mappings(), edition::editable, sources.now());
  }

  /**
   * From now on these are in force.
   *
   * @return those that were
   */
  public synchronized Compiled take(Compiled others) {
    Compiled former = compiled;
    compiled = others;
    return former;
  }

  /** As they are now, whatever is taken up later: what is done with them is of one edition. */
  public Mappings now() {
    return new Mappings(compiled, booksOf, posted, edited);
  }

  /**
   * These mappings with others in the place of some, to see what they would do; nothing of it is
   * kept, or in force for anybody else.
   *
   * @param texts by the mappings' names
   * @throws MappingException when one is broken
   */
  public Mappings with(Map<String, String> texts) {
    Map<String, Mapping> instead = new HashMap<>();
    texts.forEach(
        (name, text) -> {
          requireName(name);
          instead.put(name, Mapping.compile(name, name + Compiled.ENDING, text));
        });
    return new Mappings(compiled, booksOf, posted, Map.copyOf(instead));
  }

  /**
   * Makes a document of a document, with look-ups in the company's current books.
   *
   * @param name file below the mappings folder without its ending, e.g. {@code source/kind}
   * @param body Map, List, JsonNode, or JSON as text or bytes; not changed
   * @param company whose books to look into; may be null for a mapping without look-ups
   * @param marker for {@code $marker()}; null in a check before posting, which sees a placeholder
   * @param documentUrl for {@code $documentUrl()}; likewise
   * @return maps, lists, text, booleans, and BigDecimal for every number
   * @throws MappingProblems when the document is not fit to be posted; names every problem
   * @throws MappingException when the mapping is missing, broken or fails: file, line and column
   * @throws LedgerwayException {@code DOCUMENT_UNREADABLE} when the body is not JSON
   */
  public Object map(String name, Object body, String company, String marker, String documentUrl) {
    return map(name, body, company, marker, documentUrl, null);
  }

  /**
   * The same, with what it was made of.
   *
   * @param trace of this run alone; null when nobody wants to know
   */
  public Object map(
      String name, Object body, String company, String marker, String documentUrl, Trace trace) {
    return run(name, body, () -> booksOf(name, company), marker, documentUrl, trace);
  }

  /** As {@link #map}, judged by the given books. */
  public Object mapAgainst(
      Books books, String name, Object body, String marker, String documentUrl) {
    return run(name, body, () -> books, marker, documentUrl, null);
  }

  private Object run(
      String name,
      Object body,
      Supplier<Books> books,
      String marker,
      String documentUrl,
      Trace trace) {
    Compiled used = compiled;
    return mapping(used, name)
        .apply(
            read(name, body),
            new Evaluation(
                books,
                source(used, name).orElse(null),
                part -> part(used, name, part),
                new Evaluation.Surroundings(used.sources(), posted),
                used.sources().noun(name),
                marker,
                documentUrl,
                trace));
  }

  /**
   * The same as long as the mapping's text, and its source's own file, are the same, on every
   * instance.
   *
   * @throws MappingException when the mapping is missing or broken
   */
  public String version(String name) {
    Compiled used = compiled;
    Mapping mapping = mapping(used, name);
    String version = mapping.version();
    for (String part : mapping.parts()) {
      version = version + "+" + part(used, name, part).version();
    }
    // What source.yaml says of settings and tables is a part of what the mapping does.
    String own = version;
    return source(used, name).map(source -> own + "/" + source.version()).orElse(own);
  }

  /**
   * So that a wrong name or a broken file is found at start.
   *
   * @throws MappingException when it is missing or broken
   */
  public void require(String name) {
    mapping(compiled, name);
  }

  /** What is wrong with mappings that cannot be used, or with what they use, by their names. */
  public Map<String, MappingException> unusable() {
    Map<String, MappingException> unusable = new TreeMap<>();
    judgeAll((name, version) -> {}, unusable::put);
    return unusable;
  }

  /** Of each mapping that can be used. */
  public Map<String, String> versions() {
    Map<String, String> versions = new TreeMap<>();
    judgeAll(versions::put, (name, broken) -> {});
    return versions;
  }

  private void judgeAll(
      BiConsumer<String, String> good, BiConsumer<String, MappingException> unusable) {
    Mappings now = now();
    now.compiled
        .names()
        .forEach(
            name -> {
              try {
                good.accept(name, now.version(name));
              } catch (MappingException e) {
                unusable.accept(name, e);
              }
            });
  }

  /** So that one that is broken is told at start, and not by the first document that needs it. */
  @PostConstruct
  void tellUnusable() {
    unusable()
        .forEach(
            (name, why) ->
                LOG.error("event=mapping_unusable mapping={} problem={}", name, why.getMessage()));
  }

  /**
   * Which mappings, and versions of them, are new since the last call; at the first call all are.
   * Whoever waits for a mapping to be mended may go on.
   */
  public List<Map<String, String>> edited() {
    List<Map<String, String>> edited = new ArrayList<>();
    versions()
        .forEach(
            (name, version) -> {
              if (!version.equals(seen.put(name, version))) {
                edited.add(Map.of("name", name, "version", version));
              }
            });
    return edited;
  }

  private Mapping mapping(Compiled used, String name) {
    Mapping instead = edited.get(name);
    if (instead != null) {
      return instead;
    }
    requireName(name);
    return used.of(name);
  }

  private void requireName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new MappingException(
          "MAPPING_NAME_INVALID",
          "'" + name + "' cannot name a mapping",
          "Use lower-case letters, digits, hyphens and slashes, without the ending .jsonata.",
          Place.unknown(name),
          null);
    }
  }

  private Mapping part(Compiled used, String user, String name) {
    return mapping(used, user.substring(0, user.lastIndexOf('/') + 1) + name);
  }

  private static Optional<Source> source(Compiled used, String mapping) {
    return used.sources().find(mapping.substring(0, Math.max(0, mapping.indexOf('/'))));
  }

  private Books booksOf(String name, String company) {
    if (company == null) {
      throw new LedgerwayException(
              "COMPANY_NOT_SET",
              "The mapping looks into a company's books, but the exchange names no company.",
              "Set the variable 'company' before the mapping step.")
          .with("mapping", name);
    }
    return booksOf.of(company);
  }

  private static Object read(String name, Object body) {
    try {
      return Documents.read(body);
    } catch (JacksonException e) {
      throw unreadable(name, "The document is not one JSON document that can be read.", e);
    } catch (IOException e) {
      throw unreadable(name, "The document cannot be read.", e);
    }
  }

  private static LedgerwayException unreadable(String name, String message, Exception cause) {
    return new LedgerwayException(
            "DOCUMENT_UNREADABLE", message, "The source must send one JSON document.", cause)
        .with("mapping", name);
  }
}
