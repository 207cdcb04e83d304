package io.ledgerway.source;

import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.problem.Mistake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The sources that this engine serves: one for each folder of routes with a {@code source.yaml}. A
 * mistaken one refuses the start. Thread-safe.
 */
@Component
public class Sources {

  private volatile Map<String, Source> all;

  /**
   * @throws SourceMistakes naming everything that is wrong in all files
   */
  @Autowired
  public Sources(
      @Value("${ledgerway.routes-dir}") Path routes,
      @Value("${ledgerway.mappings-dir}") Path mappings) {
    List<Mistake> mistakes = new ArrayList<>();
    this.all = read(routes, mappings, mistaken -> mistakes.addAll(mistaken.mistakes()));
    if (!mistakes.isEmpty()) {
      throw new SourceMistakes(mistakes);
    }
  }

  private Sources(Map<String, Source> all) {
    this.all = all;
  }

  /** Those whose files can be used; what is wrong with another one is told. */
  public static Sources readable(Path routes, Path mappings, Consumer<SourceMistakes> mistaken) {
    return new Sources(read(routes, mappings, mistaken));
  }

  /** As they are now, whatever is taken up later. */
  public Sources now() {
    return new Sources(all);
  }

  /** From now on these are in force. */
  public void take(Sources others) {
    all = others.all;
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

  private static Map<String, Source> read(
      Path routes, Path mappings, Consumer<SourceMistakes> mistaken) {
    Map<String, Source> found = new TreeMap<>();
    for (Path file : files(routes)) {
      try {
        Source source = new SourceReader(file, mappings).read();
        found.put(source.name(), source);
      } catch (SourceMistakes e) {
        mistaken.accept(e);
      }
    }
    return found;
  }

  private static List<Path> files(Path routes) {
    List<Path> found = new ArrayList<>();
    if (!Files.isDirectory(routes)) {
      return found;
    }
    try (var folders = Files.newDirectoryStream(routes, Files::isDirectory)) {
      for (Path folder : folders) {
        Path file = folder.resolve("source.yaml");
        if (Files.exists(file)) {
          found.add(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }
}
