package io.ledgerway.validation;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.problem.Nearest;
import io.ledgerway.validation.RouteFolder.Entry;
import io.ledgerway.validation.Steps.Step;
import io.ledgerway.yaml.YamlText;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds what Camel loads without complaint although it is wrong or hard to read. */
final class RouteRules {

  static final Set<String> ENTRIES =
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
  static final Set<String> INLINE =
      Set.of("setVariable", "setHeader", "setProperty", "setBody", "process", "bean", "custom");

  private static final String RING = "work:ring?bell=";

  private final RouteFolder folder;
  private final Mistakes found;
  private final RouteNames names;
  private final Set<String> configurations;

  RouteRules(RouteFolder folder, Mistakes found) {
    this.folder = folder;
    this.found = found;
    this.names = new RouteNames(found);
    this.configurations = folder.names("routeConfiguration");
  }

  void check() {
    for (Entry entry : folder.entries()) {
      if (ENTRIES.contains(entry.kind())) {
        names.check(entry);
      } else {
        found.at(
            entry.file(),
            entry.pointer(),
            "'" + entry.kind() + "' stands alone here and inherits nothing",
            "Write '- route:' around it");
      }
    }
    folder.all("route", "routeTemplate").forEach(this::checkRoute);
    folder.all("route", "routeTemplate", "routeConfiguration").forEach(this::checkSteps);
    folder.all("templatedRoute").forEach(this::checkUse);
    checkIds();
    checkBells();
  }

  private void checkRoute(Entry route) {
    if (route.text("id").isEmpty()) {
      found.at(route.file(), route.pointer(), "this " + route.kind() + " has no id", "Give it one");
    }
    if (route.text("description").isEmpty()) {
      found.at(
          route.file(),
          route.pointer(),
          route.name() + " has no description",
          "Say in a sentence what happens in it");
    }
    checkConfiguration(route);
    if (RouteFolder.from(route).contains("?")) {
      found.atValue(
          route.file(),
          route.routePointer() + "/from/uri",
          route.name() + " has options in its uri",
          "Write them as parameters below it");
    }
    List<Step> telling =
        Steps.of(route).stream().filter(step -> !SILENT.contains(step.name())).toList();
    if (telling.size() == 1 && isBean(telling.get(0))) {
      found.at(
          route.file(),
          telling.get(0).pointer(),
          route.name() + " is one call of a bean, which hides the flow",
          "Write what happens as steps");
    }
  }

  private void checkConfiguration(Entry route) {
    String chosen = route.route().path("routeConfigurationId").asText("");
    if (chosen.isBlank()) {
      found.at(
          route.file(),
          route.pointer(),
          route.name() + " has no routeConfigurationId: it inherits no error handling",
          Nearest.to("", configurations));
      return;
    }
    for (String one : chosen.split(",")) {
      if (!configurations.contains(one.strip())) {
        found.atValue(
            route.file(),
            route.routePointer() + "/routeConfigurationId",
            "there is no route configuration '" + one.strip() + "'",
            Nearest.to(one.strip(), configurations));
      }
    }
  }

  private void checkSteps(Entry entry) {
    for (Step step : Steps.of(entry)) {
      if (!names.isStep(step.name())) {
        continue; // told already
      }
      if (!step.body().isObject() && !SHORT.contains(step.name())) {
        found.at(
            step.file(),
            step.pointer(),
            "step '" + step.name() + "' is in short form",
            "Write its options as a map below it");
      }
      Set<String> inlined = new HashSet<>();
      step.body().fieldNames().forEachRemaining(inlined::add);
      inlined.retainAll(LANGUAGES);
      if (!inlined.isEmpty() && !INLINE.contains(step.name())) {
        String language = inlined.iterator().next();
        found.at(
            step.file(),
            step.pointer() + "/" + language,
            "step '" + step.name() + "' has '" + language + "' without 'expression:'",
            "Write 'expression:' around it");
      }
      if (!step.body().isTextual() && step.uri().contains("?")) {
        found.atValue(
            step.file(),
            step.pointer() + "/uri",
            "there are options in the uri " + step.uri(),
            "Write them as parameters below it");
      }
      checkHeader(step);
    }
  }

  /** A component obeys such a header, whoever it came from. */
  private void checkHeader(Step step) {
    String name = step.body().path("name").asText("");
    if (step.name().equals("setHeader") && name.startsWith("Camel")) {
      found.atValue(
          step.file(),
          step.pointer() + "/name",
          "the header " + name + " is a command to a component",
          "Write it as an option of the endpoint, or use a variable");
    }
  }

  private void checkUse(Entry use) {
    String name = use.text("routeTemplateRef");
    Entry template =
        folder
            .all("routeTemplate")
            .filter(one -> one.text("id").equals(name))
            .findFirst()
            .orElse(null);
    if (template == null) {
      found.atValue(
          use.file(),
          use.pointer() + "/routeTemplateRef",
          "there is no route template '" + name + "'",
          Nearest.to(name, folder.names("routeTemplate")));
      return;
    }
    Map<String, JsonNode> wanted = new HashMap<>();
    template.body().path("parameters").forEach(one -> wanted.put(one.path("name").asText(), one));
    JsonNode given = use.body().path("parameters");
    for (int i = 0; i < given.size(); i++) {
      String parameter = given.get(i).path("name").asText();
      if (!wanted.containsKey(parameter)) {
        found.atValue(
            use.file(),
            use.pointer() + "/parameters/" + i + "/name",
            "the template " + name + " has no parameter '" + parameter + "'",
            Nearest.to(parameter, wanted.keySet()));
      }
    }
    wanted.forEach(
        (parameter, one) -> {
          if (isNeeded(one) && !RouteFolder.values(use).containsKey(parameter)) {
            found.at(
                use.file(),
                use.pointer(),
                use.name() + " lacks the parameter '" + parameter + "' of its template",
                "Add it: " + one.path("description").asText("see the template"));
          }
        });
  }

  /** Whether each use of a template must give this parameter of it. */
  static boolean isNeeded(JsonNode parameter) {
    return !parameter.has("defaultValue")
        && !parameter.path("required").asText("true").equals("false");
  }

  private void checkIds() {
    Map<String, Entry> first = new HashMap<>();
    for (Entry entry : folder.entries()) {
      String field = entry.kind().equals("templatedRoute") ? "routeId" : "id";
      String id = entry.text(field);
      boolean ofRoute = entry.kind().equals("route") || entry.kind().equals("templatedRoute");
      String key = (ofRoute ? "route" : entry.kind()) + " " + id;
      Entry before = id.isEmpty() ? null : first.putIfAbsent(key, entry);
      if (before != null) {
        YamlText.Place there = before.file().yaml().place(before.pointer());
        found.atValue(
            entry.file(),
            entry.pointer() + "/" + field,
            "the id '" + id + "' stands twice",
            "The other is at " + before.file().path() + ":" + there.line());
      }
    }
  }

  /** A ring that nobody hears is lost without a word: what it is about waits for a tick. */
  private void checkBells() {
    Set<String> heard =
        folder
            .all("route", "routeTemplate")
            .filter(route -> RouteFolder.from(route).equals("work:due"))
            .map(route -> route.route().path("from").path("parameters").path("bell").asText())
            .collect(Collectors.toSet());
    folder
        .all("route", "routeTemplate")
        .flatMap(route -> Steps.of(route).stream())
        .filter(step -> step.uri().startsWith(RING))
        .forEach(
            step -> {
              String bell = step.uri().substring(RING.length()).split("&")[0];
              if (!heard.contains(bell) && !bell.contains("${")) {
                found.atValue(
                    step.file(),
                    step.pointer(),
                    "no route hears the bell '" + bell + "'",
                    Nearest.to(bell, heard));
              }
            });
  }

  private static boolean isBean(Step step) {
    return step.name().equals("bean")
        || step.name().equals("process")
        || step.uri().startsWith("bean:");
  }
}
