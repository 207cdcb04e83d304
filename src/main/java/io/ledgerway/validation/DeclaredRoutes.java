package io.ledgerway.validation;

import io.ledgerway.validation.RouteFolder.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a folder of routes that is right declares: the routes as they stand and as templates make
 * them, the templates, and the route configurations. Immutable.
 */
public final class DeclaredRoutes {

  private static final Pattern CALL = Pattern.compile("direct:([A-Za-z0-9_.-]+)");

  private static final Pattern INHERITS = Pattern.compile("\"routeConfigurationId\":\"([^\"]*)\"");

  /** Which route it calls is known only when it does. */
  private static final String ANY_CALL = "direct:${";

  private final Map<String, Declared> routes = new TreeMap<>();
  private final Map<String, Declared> templates = new TreeMap<>();
  private final Map<String, Declared> configurations = new TreeMap<>();

  /**
   * Something that is declared.
   *
   * @param text all that decides what it does
   * @param entrance what it reads from; of routes
   */
  private record Declared(Path file, String text, String entrance) {

    Set<String> calls() {
      return CALL.matcher(text)
          .results()
          .map(found -> "direct:" + found.group(1))
          .collect(Collectors.toSet());
    }
  }

  private DeclaredRoutes(Path folder) {
    Map<String, String> others = others(folder);
    RouteFolder files = RouteFolder.read(folder, new Mistakes());
    files
        .all("routeConfiguration", "routeTemplate")
        .forEach(
            entry ->
                (entry.kind().equals("routeTemplate") ? templates : configurations)
                    .put(entry.text("id"), new Declared(path(entry), text(entry), null)));
    files
        .all("route")
        .forEach(
            entry ->
                routes.put(
                    entry.text("id"),
                    new Declared(path(entry), with(others, text(entry)), RouteFolder.from(entry))));
    files.made(
        (use, template, values) ->
            routes.put(
                use.text("routeId"),
                new Declared(
                    path(use),
                    with(others, use.body() + RouteFolder.filled(text(template), values)),
                    RouteFolder.filled(RouteFolder.from(template), values))));
  }

  /** What a folder declares that {@link Validation} finds nothing wrong with. */
  public static DeclaredRoutes in(Path folder) {
    return new DeclaredRoutes(folder);
  }

  /**
   * Ids of routes, templates and route configurations that others declare, or declare otherwise.
   */
  public record Differences(Set<String> routes, Set<String> templates, Set<String> configurations) {

    public boolean isEmpty() {
      return routes.isEmpty() && templates.isEmpty() && configurations.isEmpty();
    }
  }

  /**
   * What must be put in another's place for others to be in force: a route that calls another one
   * is among the routes with it, so that what is under way ends as it began.
   */
  public Differences to(DeclaredRoutes others) {
    Set<String> changed = differing(routes, others.routes);
    Set<String> more;
    do {
      more = new TreeSet<>(changed);
      Set<String> entrances = new TreeSet<>(entrances(changed));
      entrances.addAll(others.entrances(changed));
      routes.forEach((id, route) -> addCaller(changed, id, route, entrances));
    } while (changed.size() > more.size());
    return new Differences(
        changed,
        differing(templates, others.templates),
        differing(configurations, others.configurations));
  }

  private static void addCaller(
      Set<String> changed, String id, Declared route, Set<String> entrances) {
    if (!entrances.isEmpty()
        && (route.text().contains(ANY_CALL)
            || route.calls().stream().anyMatch(entrances::contains))) {
      changed.add(id);
    }
  }

  private Set<String> entrances(Collection<String> ids) {
    return ids.stream()
        .map(routes::get)
        .filter(Objects::nonNull)
        .map(Declared::entrance)
        .filter(entrance -> entrance.startsWith("direct:"))
        .collect(Collectors.toSet());
  }

  /** Those of the routes that are declared here, each before those that it calls. */
  public List<String> callersFirst(Set<String> ids) {
    LinkedHashSet<String> calledFirst = new LinkedHashSet<>();
    Set<String> seen = new TreeSet<>();
    // What calls any may be called by one that it calls: it is visited before it is known by whom.
    routes.keySet().forEach(id -> visit(id, seen, calledFirst));
    List<String> ordered = calledFirst.stream().filter(ids::contains).collect(Collectors.toList());
    Collections.reverse(ordered);
    return ordered;
  }

  private void visit(String id, Set<String> seen, Set<String> calledFirst) {
    if (!seen.add(id)) {
      return;
    }
    Declared route = routes.get(id);
    Set<String> calls = route.calls();
    boolean any = route.text().contains(ANY_CALL);
    routes.forEach(
        (other, declared) -> {
          if (calls.contains(declared.entrance())
              || any && declared.entrance().startsWith("direct:")) {
            visit(other, seen, calledFirst);
          }
        });
    calledFirst.add(id);
  }

  /** The files that declare any of them. */
  public Set<Path> files(Differences wanted) {
    Set<Path> files = new TreeSet<>();
    addFiles(files, routes, wanted.routes());
    addFiles(files, templates, wanted.templates());
    addFiles(files, configurations, wanted.configurations());
    return files;
  }

  private static void addFiles(Set<Path> files, Map<String, Declared> all, Set<String> ids) {
    ids.stream().map(all::get).filter(Objects::nonNull).map(Declared::file).forEach(files::add);
  }

  private static Set<String> differing(Map<String, Declared> some, Map<String, Declared> others) {
    Set<String> ids = new TreeSet<>(some.keySet());
    ids.addAll(others.keySet());
    ids.removeIf(id -> Objects.equals(text(some.get(id)), text(others.get(id))));
    return ids;
  }

  private static String text(Declared declared) {
    return declared == null ? null : declared.text();
  }

  private static String text(Entry entry) {
    return entry.kind() + entry.body();
  }

  private static Path path(Entry entry) {
    return entry.file().path();
  }

  /** With what the route inherits, and with the files that it names, such as a schema. */
  private String with(Map<String, String> others, String text) {
    StringBuilder whole = new StringBuilder(text);
    INHERITS
        .matcher(text)
        .results()
        .flatMap(found -> Stream.of(found.group(1).split(",")))
        .map(id -> configurations.get(id.strip()))
        .filter(Objects::nonNull)
        .forEach(configuration -> whole.append(configuration.text()));
    others.forEach(
        (name, version) -> {
          if (text.contains(name)) {
            whole.append(name).append(version);
          }
        });
    return whole.toString();
  }

  private static Map<String, String> others(Path folder) {
    Map<String, String> others = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        if (!file.toString().endsWith(".camel.yaml")) {
          others.put(
              folder.relativize(file).toString().replace('\\', '/'),
              UUID.nameUUIDFromBytes(Files.readAllBytes(file)).toString());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return others;
  }
}
