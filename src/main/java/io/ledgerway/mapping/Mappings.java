package io.ledgerway.mapping;

import com.fasterxml.jackson.core.JacksonException;
import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.reference.Books;
import io.ledgerway.reference.BooksOf;
import io.ledgerway.source.Source;
import io.ledgerway.source.Sources;
import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The mapping files of this engine, each compiled once and taken up anew when its file changes.
 * Thread-safe.
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
  private static final String ENDING = ".jsonata";

  private final Map<String, String> seen = new ConcurrentHashMap<>();
  private final Map<String, MappingFile> files;
  private final Map<String, Mapping> edited;
  private final Map<String, String> unusable = new ConcurrentHashMap<>();
  private final Path directory;
  private final Sources sources;
  private final BooksOf booksOf;
  private final Evaluation.Surroundings surroundings;
  private final Clock clock;

  @Autowired
  public Mappings(
      @Value("${ledgerway.mappings-dir:mappings}") Path directory,
      Sources sources,
      BooksOf booksOf,
      PostedDocuments posted,
      Clock clock) {
    this.files = new ConcurrentHashMap<>();
    this.edited = Map.of();
    this.directory = directory;
    this.sources = sources;
    this.booksOf = booksOf;
    this.surroundings = new Evaluation.Surroundings(sources, posted);
    this.clock = clock;
  }

  private Mappings(Mappings base, Map<String, Mapping> edited) {
    this.files = base.files;
    this.edited = edited;
    this.directory = base.directory;
    this.sources = base.sources;
    this.booksOf = base.booksOf;
    this.surroundings = base.surroundings;
    this.clock = base.clock;
  }

  /**
   * These mappings with others in the place of some, to see what they would do; nothing of it is
   * kept, or in force for anybody else.
   *
   * @param texts by the mappings' names
   * @throws MappingException when one is broken
   */
  public Mappings with(Map<String, String> texts) {
    Map<String, Mapping> compiled = new HashMap<>();
    texts.forEach(
        (name, text) -> {
          requireName(name);
          compiled.put(name, Mapping.compile(name, name + ENDING, text));
        });
    return new Mappings(this, Map.copyOf(compiled));
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
    Mapping mapping = current(name);
    Source source = sourceOf(name).orElse(null);
    return mapping.apply(
        read(name, body),
        new Evaluation(
            books,
            source,
            part -> part(name, part),
            surroundings,
            sources.noun(name),
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
    Mapping mapping = current(name);
    String version = mapping.version();
    for (String part : mapping.parts()) {
      version = version + "+" + part(name, part).version();
    }
    // What source.yaml says of settings and tables is a part of what the mapping does.
    String own = version;
    return sourceOf(name).map(source -> own + "/" + source.version()).orElse(own);
  }

  /**
   * Compiles a mapping now, so that a wrong name or a broken file is found at start.
   *
   * @throws MappingException when it is missing or broken
   */
  public void require(String name) {
    file(name);
  }

  /** Files whose latest edit is broken, so that an earlier version is in use. */
  public List<MappingException> broken() {
    return files.values().stream().map(MappingFile::broken).flatMap(Optional::stream).toList();
  }

  /** Names of mappings that have no version that can be used; the log has line, column, cause. */
  List<String> unusable() {
    return unusable.keySet().stream().sorted().toList();
  }

  /** Names of mappings whose last good version is in use, because the latest edit is broken. */
  List<String> outdated() {
    return files.entrySet().stream()
        .filter(each -> each.getValue().broken().isPresent())
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /**
   * Compiles every file there is, so that a broken one is told at start and not by the first
   * document that needs it.
   */
  @PostConstruct
  void compileAll() {
    for (String name : onDisk()) {
      try {
        version(name); // and what it uses
      } catch (MappingException e) {
        tellUnusable(name, e);
      }
    }
  }

  /**
   * Takes up edits and says which mappings, and versions of them, are new since the last call; at
   * the first call all are. Whoever waits for a mapping to be mended may go on.
   */
  public List<Map<String, String>> edited() {
    List<Map<String, String>> edited = new ArrayList<>();
    List<String> names = onDisk();
    unusable.keySet().retainAll(names);
    for (String name : names) {
      try {
        String version = version(name);
        unusable.remove(name);
        if (!version.equals(seen.put(name, version))) {
          edited.add(Map.of("name", name, "version", version));
        }
      } catch (MappingException stillBroken) {
        tellUnusable(name, stillBroken);
      }
    }
    return edited;
  }

  private void tellUnusable(String name, MappingException why) {
    if (!why.getMessage().equals(unusable.put(name, why.getMessage()))) {
      LOG.error("event=mapping_unusable mapping={} problem={}", name, why.getMessage());
    }
  }

  private List<String> onDisk() {
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .map(file -> directory.relativize(file).toString().replace('\\', '/'))
          .filter(file -> file.endsWith(ENDING))
          .map(file -> file.substring(0, file.length() - ENDING.length()))
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      LOG.error(
          "event=mappings_not_read folder={} problem={}", directory, e.getClass().getSimpleName());
      return List.of();
    }
  }

  private Mapping current(String name) {
    Mapping instead = edited.get(name);
    return instead != null ? instead : file(name).current();
  }

  private MappingFile file(String name) {
    MappingFile known = files.get(name);
    return known != null ? known : files.computeIfAbsent(name, this::open);
  }

  private MappingFile open(String name) {
    requireName(name);
    return new MappingFile(name, directory.resolve(name + ENDING), clock);
  }

  private void requireName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new MappingException(
          "MAPPING_NAME_INVALID",
          "'" + name + "' cannot name a mapping",
          "Use lower-case letters, digits, hyphens and slashes, without the ending .jsonata.",
          Place.unknown(directory.toString()),
          null);
    }
  }

  private Mapping part(String user, String name) {
    return current(user.substring(0, user.lastIndexOf('/') + 1) + name);
  }

  private Optional<Source> sourceOf(String name) {
    return sources.find(name.substring(0, Math.max(0, name.indexOf('/'))));
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
