package io.ledgerway.mapping;

import io.ledgerway.source.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * All mappings of a folder, compiled, with the sources that they belong to. Immutable: whoever
 * works with one works with files of one time.
 */
public final class Compiled {

  static final String ENDING = ".jsonata";

  private final Path shown;
  private final Sources sources;
  private final Map<String, Mapping> good = new TreeMap<>();
  private final Map<String, Supplier<Mapping>> broken = new TreeMap<>();

  /**
   * @param shown the file to name to people, for one of the folder's
   */
  Compiled(Path folder, UnaryOperator<Path> shown, Sources sources) {
    this.shown = shown.apply(folder);
    this.sources = sources;
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(file -> file.toString().endsWith(ENDING))
          .forEach(file -> compile(name(folder, file), file, shown.apply(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Path folder, Path file) {
    String name = folder.relativize(file).toString().replace('\\', '/');
    return name.substring(0, name.length() - ENDING.length());
  }

  private void compile(String name, Path file, Path told) {
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      broken.put(name, () -> missing(told, e));
      return;
    }
    try {
      good.put(name, Mapping.compile(name, told.toString(), text));
    } catch (MappingException e) {
      // Who throws it adds to it: each has one of its own.
      broken.put(name, () -> Mapping.compile(name, told.toString(), text));
    }
  }

  Sources sources() {
    return sources;
  }

  /** Of all files, those that cannot be used too. */
  Stream<String> names() {
    return Stream.concat(good.keySet().stream(), broken.keySet().stream()).sorted();
  }

  /**
   * @throws MappingException when it is missing or broken
   */
  Mapping of(String name) {
    Mapping found = good.get(name);
    if (found != null) {
      return found;
    }
    Path file = shown.resolve(name + ENDING);
    return broken
        .getOrDefault(name, () -> missing(file, new NoSuchFileException(file.toString())))
        .get();
  }

  private static Mapping missing(Path file, IOException why) {
    throw new MappingException(
        "MAPPING_MISSING",
        "no such mapping file can be read",
        "Create the file, or correct the name after mapping: in the route.",
        Place.unknown(file.toString()),
        why);
  }
}
