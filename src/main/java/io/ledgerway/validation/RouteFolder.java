package io.ledgerway.validation;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.yaml.YamlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All route files below a folder, and what they define between them. Immutable once read. */
final class RouteFolder {

  /** What stands beside the routes of a source and is none. */
  private static final Set<String> OTHER = Set.of("source.yaml", "asyncapi.yaml");

  private final List<Entry> entries = new ArrayList<>();

  private RouteFolder() {}

  /**
   * Something that stands at the top of a file.
   *
   * @param kind such as {@code route}
   * @param pointer to its body
   */
  record Entry(RouteFile file, String kind, String pointer, JsonNode body) {

    String text(String name) {
      return body.path(name).asText("").strip();
    }

    /** The route itself, which a template has within. */
    JsonNode route() {
      return kind.equals("routeTemplate") ? body.path("route") : body;
    }

    String routePointer() {
      return kind.equals("routeTemplate") ? pointer + "/route" : pointer;
    }

    /** What messages call it. */
    String name() {
      String id = text(kind.equals("templatedRoute") ? "routeId" : "id");
      return id.isEmpty() ? "the " + kind : kind + " " + id;
    }
  }

  static RouteFolder read(Path folder, Mistakes found) {
    RouteFolder routes = new RouteFolder();
    try (Stream<Path> all = Files.walk(folder)) {
      all.filter(file -> file.toString().matches(".*\\.ya?ml"))
          .filter(file -> !OTHER.contains(file.getFileName().toString()))
          .sorted()
          .forEach(file -> routes.open(file, found));
    } catch (IOException e) {
      found.of(folder, "cannot be read", "Name the folder of routes");
    }
    return routes;
  }

  private void open(Path path, Mistakes found) {
    if (!path.toString().endsWith(".camel.yaml")) {
      found.of(
          path, "is no file of routes by its name", "Name it *.camel.yaml, else nobody loads it");
    }
    YamlText yaml = YamlText.read(path, found::add);
    if (yaml != null) {
      take(new RouteFile(path, yaml), found);
    }
  }

  private void take(RouteFile file, Mistakes found) {
    JsonNode top = file.yaml().json();
    if (top.isNull()) {
      return;
    }
    if (!top.isArray()) {
      found.at(file, "", "this is no list of routes", "Begin with '- route:' and a map below it");
      return;
    }
    for (int i = 0; i < top.size(); i++) {
      if (!top.get(i).isObject() || top.get(i).size() != 1) {
        found.at(file, "/" + i, "this is no route", "Begin with '- route:' and a map below it");
        continue;
      }
      Map.Entry<String, JsonNode> only = top.get(i).properties().iterator().next();
      entries.add(new Entry(file, only.getKey(), "/" + i + "/" + only.getKey(), only.getValue()));
    }
  }

  List<Entry> entries() {
    return entries;
  }

  Stream<Entry> all(String... kinds) {
    Set<String> wanted = Set.of(kinds);
    return entries.stream().filter(entry -> wanted.contains(entry.kind()));
  }

  Set<String> names(String kind) {
    return all(kind)
        .map(entry -> entry.text("id"))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** What follows {@code from}, of routes as they stand and of those that templates make. */
  Set<String> entrances() {
    Set<String> entrances =
        all("route")
            .map(RouteFolder::from)
            .filter(uri -> uri.startsWith("direct:"))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    made((use, template, values) -> entrances.add(filled(from(template), values)));
    return entrances;
  }

  /** What is done with each use of a template, and the values that it is used with. */
  interface Made {
    void of(Entry use, Entry template, Map<String, String> values);
  }

  void made(Made made) {
    Map<String, Entry> templates =
        all("routeTemplate")
            .collect(Collectors.toMap(entry -> entry.text("id"), Function.identity(), (a, b) -> a));
    all("templatedRoute")
        .forEach(
            use -> {
              Entry template = templates.get(use.text("routeTemplateRef"));
              if (template != null) {
                made.of(use, template, values(use));
              }
            });
  }

  static Map<String, String> values(Entry use) {
    Map<String, String> values = new LinkedHashMap<>();
    use.body()
        .path("parameters")
        .forEach(one -> values.put(one.path("name").asText(), one.path("value").asText()));
    return values;
  }

  static String filled(String text, Map<String, String> values) {
    String filled = text;
    for (Map.Entry<String, String> value : values.entrySet()) {
      filled = filled.replace("{{" + value.getKey() + "}}", value.getValue());
    }
    return filled;
  }

  static String from(Entry route) {
    return route.route().path("from").path("uri").asText("");
  }
}
