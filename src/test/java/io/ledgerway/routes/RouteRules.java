package io.ledgerway.routes;

import io.ledgerway.routes.Steps.Step;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what Camel loads without complaint although it is wrong or hard to read. All violations are
 * told at once, each with its file and route.
 */
final class RouteRules {

  private static final Set<String> ENTRIES =
      Set.of("route", "routeConfiguration", "routeTemplate", "templatedRoute", "beans");

  private static final Set<String> LANGUAGES =
      Set.of(
          "simple",
          "constant",
          "jsonpath",
          "header",
          "variable",
          "method",
          "ref",
          "csimple",
          "language",
          "tokenize",
          "exchangeProperty",
          "datasonnet",
          "groovy",
          "jq",
          "xpath");

  /** Steps that say nothing about the flow. */
  private static final Set<String> SILENT = Set.of("log", "setVariable", "removeVariable", "stop");

  /** {@code to: direct:there} reads better than its long form. */
  private static final Set<String> SHORT = Set.of("to", "toD");

  /** Steps whose value stands beside a name, and those whose {@code ref} is no language. */
  private static final Set<String> INLINE =
      Set.of("setVariable", "setHeader", "setProperty", "setBody", "process", "bean", "custom");

  private static final String RING = "work:ring?bell=";

  private final List<String> violations = new ArrayList<>();
  private final List<RouteFile> files;

  private RouteRules(List<RouteFile> files) {
    this.files = files;
  }

  static List<String> violationsUnder(Path folder) {
    RouteRules rules = new RouteRules(RouteFile.under(folder));
    rules.check();
    return rules.violations;
  }

  private void check() {
    Set<String> configurations =
        names(files.stream().flatMap(file -> file.all("routeConfiguration")), "id");
    Set<String> entrances =
        files.stream()
            .flatMap(file -> Stream.concat(file.all("route"), templates(file)))
            .map(RouteRules::fromUri)
            .collect(Collectors.toSet());
    Map<String, Path> ids = new HashMap<>();
    for (RouteFile file : files) {
      if (file.mistake() != null) {
        tell(file, "", file.mistake());
      }
      if (!file.path().toString().endsWith(".camel.yaml")) {
        tell(file, "", "is not named *.camel.yaml");
      }
      for (Map<String, Map<String, Object>> entry : file.entries()) {
        String kind = entry.keySet().iterator().next();
        if (!ENTRIES.contains(kind)) {
          tell(file, kind, "is not one of " + ENTRIES + " (write '- route:' around '- from:')");
        }
      }
      file.all("route")
          .forEach(
              route -> {
                String id = text(route, "id");
                if (id.isEmpty()) {
                  tell(file, fromUri(route), "has no id");
                } else if (ids.put(id, file.path()) != null) {
                  tell(file, id, "is an id that stands twice");
                }
                checkRoute(file, id, route, configurations);
                checkSteps(file, id, Steps.of(route), entrances);
              });
      templates(file).forEach(t -> checkSteps(file, fromUri(t), Steps.of(t), entrances));
    }
    checkBells();
  }

  /** A ring that nobody hears is lost without a word: what it is about waits for a tick. */
  private void checkBells() {
    Set<String> heard =
        files.stream()
            .flatMap(file -> Stream.concat(file.all("route"), templates(file)))
            .map(RouteRules::heard)
            .collect(Collectors.toSet());
    for (RouteFile file : files) {
      Stream.concat(file.all("route"), templates(file))
          .flatMap(route -> Steps.of(route).stream())
          .map(Step::uri)
          .filter(uri -> uri.startsWith(RING))
          .map(uri -> uri.substring(RING.length()).split("&")[0])
          .filter(bell -> !heard.contains(bell))
          .forEach(bell -> tell(file, bell, "is a bell that no route hears"));
    }
  }

  private static String heard(Map<String, Object> route) {
    return route.get("from") instanceof Map<?, ?> from
            && "work:due".equals(from.get("uri"))
            && from.get("parameters") instanceof Map<?, ?> parameters
        ? String.valueOf(parameters.get("bell"))
        : "";
  }

  private void checkRoute(
      RouteFile file, String id, Map<String, Object> route, Set<String> configurations) {
    if (text(route, "description").isEmpty()) {
      tell(file, id, "has no description");
    }
    String configuration = text(route, "routeConfigurationId");
    if (configuration.isEmpty()) {
      tell(file, id, "has no routeConfigurationId: it inherits no error handling");
    } else {
      for (String one : configuration.split(",")) {
        if (!configurations.contains(one.strip())) {
          tell(file, id, "names the routeConfigurationId " + one + ", which does not exist");
        }
      }
    }
    if (fromUri(route).contains("?")) {
      tell(file, id, "has options in its uri; write them as parameters");
    }
    List<Step> telling =
        Steps.of(route).stream().filter(step -> !SILENT.contains(step.name())).toList();
    if (telling.size() == 1 && isBean(telling.get(0))) {
      tell(file, id, "is one bean call, which hides the flow");
    }
  }

  private void checkSteps(RouteFile file, String id, List<Step> steps, Set<String> entrances) {
    for (Step step : steps) {
      if (!(step.body() instanceof Map<?, ?>) && !SHORT.contains(step.name())) {
        tell(file, id, "step '" + step.name() + "' is in short form; write its options as a map");
      }
      Set<String> inlined = new HashSet<>(step.options().keySet());
      inlined.retainAll(LANGUAGES);
      if (!inlined.isEmpty() && !INLINE.contains(step.name())) {
        tell(file, id, "step '" + step.name() + "' has " + inlined + " without 'expression:'");
      }
      if (!(step.body() instanceof String) && step.uri().contains("?")) {
        tell(file, id, "has options in the uri " + step.uri() + "; write them as parameters");
      }
      if (step.uri().startsWith("direct:")
          && !step.uri().contains("${")
          && !step.uri().contains("{{")
          && !entrances.contains(step.uri())) {
        tell(file, id, "goes to " + step.uri() + ", where no route begins");
      }
    }
  }

  private static boolean isBean(Step step) {
    return step.name().equals("bean")
        || step.name().equals("process")
        || step.uri().startsWith("bean:");
  }

  @SuppressWarnings("unchecked")
  private static Stream<Map<String, Object>> templates(RouteFile file) {
    return file.all("routeTemplate")
        .map(
            template ->
                template.get("route") instanceof Map<?, ?> route
                    ? (Map<String, Object>) route
                    : template);
  }

  private static Set<String> names(Stream<Map<String, Object>> entries, String key) {
    return entries.map(entry -> text(entry, key)).collect(Collectors.toSet());
  }

  private static String fromUri(Map<String, Object> route) {
    return route.get("from") instanceof Map<?, ?> from ? String.valueOf(from.get("uri")) : "";
  }

  private static String text(Map<String, Object> map, String key) {
    Object value = map.get(key);
    return value == null ? "" : value.toString().strip();
  }

  private void tell(RouteFile file, String where, String what) {
    violations.add(file.path() + (where.isEmpty() ? " " : ": " + where + " ") + what);
  }
}
