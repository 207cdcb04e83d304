package io.ledgerway.validation;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.problem.Nearest;
import io.ledgerway.validation.RouteFolder.Entry;
import io.ledgerway.validation.Steps.Step;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds endpoints that nobody has, and options that they do not know. */
final class EndpointRules {

  private final RouteFolder folder;
  private final Path routes;
  private final Path mappings;
  private final Mistakes found;
  private final KnownEndpoints known = new KnownEndpoints();
  private final Set<String> entrances;

  EndpointRules(RouteFolder folder, Path routes, Path mappings, Mistakes found) {
    this.folder = folder;
    this.routes = routes;
    this.mappings = mappings;
    this.found = found;
    this.entrances = folder.entrances();
  }

  /** An endpoint as a file writes it. */
  private record Written(RouteFile file, String pointer, String uri, JsonNode parameters) {

    String scheme() {
      int colon = uri.indexOf(':');
      return colon < 0 ? uri : uri.substring(0, colon);
    }

    /** Between the scheme and the options. */
    String path() {
      String path = uri.substring(Math.min(uri.length(), scheme().length() + 1));
      int options = path.indexOf('?');
      return (options < 0 ? path : path.substring(0, options)).replaceFirst("^//", "");
    }

    Set<String> options() {
      Set<String> options = new LinkedHashSet<>();
      int query = uri.indexOf('?');
      if (query >= 0) {
        for (String option : uri.substring(query + 1).split("&")) {
          options.add(option.split("=")[0]);
        }
      }
      parameters.fieldNames().forEachRemaining(options::add);
      return options;
    }

    String option(String name) {
      int at = uri.indexOf(name + "=");
      return at < 0
          ? parameters.path(name).asText("")
          : uri.substring(at + name.length() + 1).split("&")[0];
    }

    boolean isComputed() {
      return uri.contains("${") || uri.contains("{{");
    }
  }

  void check() {
    folder.all("route", "routeTemplate").forEach(this::checkFrom);
    folder
        .all("route", "routeTemplate", "routeConfiguration")
        .flatMap(entry -> Steps.of(entry).stream())
        .filter(step -> !step.uri().isEmpty())
        .map(EndpointRules::written)
        .forEach(this::check);
    folder.made(this::checkMade);
  }

  private static Written written(Step step) {
    String pointer = step.body().isTextual() ? step.pointer() : step.pointer() + "/uri";
    return new Written(step.file(), pointer, step.uri(), step.body().path("parameters"));
  }

  private void checkFrom(Entry route) {
    JsonNode from = route.route().path("from");
    String uri = RouteFolder.from(route);
    if (uri.isEmpty()) {
      found.at(
          route.file(),
          route.pointer(),
          route.name() + " begins nowhere",
          "Add 'from:' with a uri");
    } else {
      Written written =
          new Written(
              route.file(), route.routePointer() + "/from/uri", uri, from.path("parameters"));
      if (!written.scheme().equals("direct")) {
        check(written);
      }
    }
  }

  private void check(Written written) {
    String scheme = written.scheme();
    if (scheme.contains("${") || scheme.contains("{{")) {
      return;
    }
    if (known.isOurs(scheme)) {
      checkStep(written);
    } else {
      switch (scheme) {
        case "direct" -> checkEntrance(written);
        case "mapping" -> checkMapping(written);
        default -> checkCamels(written);
      }
    }
  }

  private void checkEntrance(Written written) {
    String target = "direct:" + written.path();
    if (!written.isComputed() && !entrances.contains(target)) {
      found.atValue(
          written.file(),
          written.pointer(),
          "no route begins at " + target,
          Nearest.to(target, entrances));
    }
  }

  private void checkMapping(Written written) {
    if (!written.isComputed() && Files.notExists(mappings.resolve(written.path() + ".jsonata"))) {
      found.atValue(
          written.file(),
          written.pointer(),
          "there is no mapping " + written.path(),
          "Create " + mappings.resolve(written.path() + ".jsonata") + ", or correct the name");
    }
  }

  private void checkStep(Written written) {
    String scheme = written.scheme();
    if (written.path().contains("${")) {
      return;
    }
    if (!known.steps(scheme).contains(written.path())) {
      found.atValue(
          written.file(),
          written.pointer(),
          "'" + scheme + "' has no step '" + written.path() + "'",
          Nearest.to(written.path(), known.steps(scheme)));
      return;
    }
    checkOptions(written, known.options(scheme, written.path()), Set.of());
    String schema = written.option("schema");
    if (scheme.equals("intake")
        && !schema.isEmpty()
        && !schema.contains("{{")
        && Files.notExists(routes.resolve(schema))) {
      found.atValue(
          written.file(),
          written.pointer(),
          "there is no schema " + routes.resolve(schema),
          "Create it, or correct its name");
    }
  }

  private void checkCamels(Written written) {
    JsonNode component = known.camels(written.scheme()).orElse(null);
    if (component == null) {
      found.atValue(
          written.file(),
          written.pointer(),
          "there is no component '" + written.scheme() + "' here",
          Nearest.to(written.scheme(), known.schemes()));
      return;
    }
    Set<String> options = new TreeSet<>();
    Set<String> prefixes = new TreeSet<>();
    for (Map.Entry<String, JsonNode> one : component.path("properties").properties()) {
      options.add(one.getKey());
      if (one.getValue().path("multiValue").asBoolean()) {
        prefixes.add(one.getValue().path("prefix").asText());
      }
    }
    if (!component.path("component").path("lenientProperties").asBoolean()) {
      checkOptions(written, options, prefixes);
    }
    String resource = written.path().replaceFirst("^classpath:", "");
    if (written.scheme().equals("sql")
        && !written.isComputed()
        && written.path().startsWith("classpath:")
        && EndpointRules.class.getResource("/" + resource) == null) {
      found.atValue(
          written.file(),
          written.pointer(),
          "there is no statement " + resource,
          "Statements are files below src/main/resources/sql");
    }
  }

  private void checkOptions(Written written, Set<String> options, Set<String> prefixes) {
    for (String option : written.options()) {
      if (!options.contains(option) && prefixes.stream().noneMatch(option::startsWith)) {
        boolean below = written.parameters().has(option);
        found.atValue(
            written.file(),
            below
                ? written.pointer().replaceFirst("/uri$", "/parameters/" + option)
                : written.pointer(),
            "'" + written.scheme() + ":" + written.path() + "' has no option '" + option + "'",
            Nearest.to(option, options));
      }
    }
  }

  /** Where a template leads to is known when it is used. */
  private void checkMade(Entry use, Entry template, Map<String, String> values) {
    for (Step step : Steps.of(template)) {
      String uri = RouteFolder.filled(step.uri(), values);
      if (step.uri().contains("{{")
          && uri.startsWith("direct:")
          && !uri.contains("{{")
          && !uri.contains("${")
          && !entrances.contains(uri)) {
        found.at(
            use.file(),
            use.pointer(),
            use.name() + " goes to " + uri + ", where no route begins",
            Nearest.to(uri, entrances));
      }
    }
  }
}
