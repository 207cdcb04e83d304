package io.ledgerway.source;

import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.problem.Mistake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The sources that this engine serves: one for each folder of routes with a {@code source.yaml}. A
 * mistaken one refuses the start; a later edit that is mistaken leaves the former in force and is
 * told in the log. Thread-safe.
 */
@Component
public class Sources {

  private static final Logger LOG = LoggerFactory.getLogger(Sources.class);
  private final Path routes;
  private final Path mappings;
  private volatile Map<Path, FileTime> seen = Map.of();
  private volatile Map<String, Source> all = Map.of();

  /**
   * @throws SourceMistakes naming everything that is wrong in all files
   */
  @Autowired
  public Sources(
      @Value("${ledgerway.routes-dir}") Path routes,
      @Value("${ledgerway.mappings-dir}") Path mappings) {
    this.routes = routes;
    this.mappings = mappings;
    this.seen = files();
    this.all = read(seen);
  }

  private Sources(Path routes, Path mappings, Consumer<SourceMistakes> mistaken) {
    this.routes = routes;
    this.mappings = mappings;
    this.seen = files();
    this.all = read(seen, mistaken);
  }

  /** Those whose files can be used; what is wrong with another one is told. */
  public static Sources readable(Path routes, Path mappings, Consumer<SourceMistakes> mistaken) {
    return new Sources(routes, mappings, mistaken);
  }

  /** In the order of their names. */
  public List<Source> all() {
    return List.copyOf(all.values());
  }

  /**
   * What people call a document.
   *
   * @param mapping {@code source/kind}
   */
  public String noun(String mapping) {
    int slash = mapping.indexOf('/');
    return find(mapping.substring(0, Math.max(0, slash)))
        .map(source -> source.kinds().get(mapping.substring(slash + 1)))
        .map(Source.Kind::noun)
        .orElse("document");
  }

  public Optional<Source> find(String name) {
    return Optional.ofNullable(all.get(name));
  }

  /**
   * @throws LedgerwayException {@code UNKNOWN_SOURCE}
   */
  public Source of(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new LedgerwayException(
                        "UNKNOWN_SOURCE",
                        "There is no source '" + name + "' here.",
                        "The sources are " + all.keySet() + ".")
                    .with("source", name));
  }

  /** Takes up what was edited since the last look. */
  synchronized void refresh() {
    Map<Path, FileTime> now = files();
    if (now.equals(seen)) {
      return;
    }
    seen = now;
    try {
      all = read(now);
      LOG.info("event=sources_edited sources={}", all.keySet());
    } catch (SourceMistakes e) {
      LOG.error("event=source_mistaken problem={}", e.plainMessage());
    }
  }

  private Map<String, Source> read(Map<Path, FileTime> files) {
    List<Mistake> mistakes = new ArrayList<>();
    Map<String, Source> found = read(files, mistaken -> mistakes.addAll(mistaken.mistakes()));
    if (!mistakes.isEmpty()) {
      throw new SourceMistakes(mistakes);
    }
    return found;
  }

  private Map<String, Source> read(Map<Path, FileTime> files, Consumer<SourceMistakes> mistaken) {
    Map<String, Source> found = new TreeMap<>();
    for (Path file : files.keySet()) {
      try {
        Source source = new SourceReader(file, mappings).read();
        found.put(source.name(), source);
      } catch (SourceMistakes e) {
        mistaken.accept(e);
      }
    }
    return found;
  }

  private Map<Path, FileTime> files() {
    Map<Path, FileTime> found = new TreeMap<>();
    if (!Files.isDirectory(routes)) {
      return found;
    }
    try (var folders = Files.newDirectoryStream(routes, Files::isDirectory)) {
      for (Path folder : folders) {
        Path file = folder.resolve("source.yaml");
        if (Files.exists(file)) {
          found.put(file, Files.getLastModifiedTime(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }
}
