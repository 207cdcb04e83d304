package io.ledgerway.routes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;

/** One YAML file of routes, parsed; Camel itself would let the last of two equal keys win. */
record RouteFile(Path path, List<Map<String, Map<String, Object>>> entries, String mistake) {

  /** What stands beside the routes of a source and is none. */
  private static final Set<String> OTHER = Set.of("source.yaml", "asyncapi.yaml");

  static List<RouteFile> under(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml") || file.toString().endsWith(".yml"))
          .filter(file -> !OTHER.contains(file.getFileName().toString()))
          .sorted()
          .map(RouteFile::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static RouteFile read(Path file) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try {
      Object content = new Yaml(options).load(Files.readString(file));
      if (!(content instanceof List<?> list)
          || !list.stream().allMatch(entry -> isSingleKeyMap(entry))) {
        return new RouteFile(
            file, List.of(), "is not a list of entries such as '- route:' with a map below");
      }
      return new RouteFile(file, (List<Map<String, Map<String, Object>>>) content, null);
    } catch (YAMLException e) {
      return new RouteFile(file, List.of(), "is not good YAML: " + e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isSingleKeyMap(Object entry) {
    return entry instanceof Map<?, ?> map
        && map.size() == 1
        && map.values().iterator().next() instanceof Map<?, ?>;
  }

  /** The bodies of all top-level entries of one kind, e.g. {@code route}. */
  Stream<Map<String, Object>> all(String kind) {
    return entries.stream().filter(entry -> entry.containsKey(kind)).map(entry -> entry.get(kind));
  }
}
