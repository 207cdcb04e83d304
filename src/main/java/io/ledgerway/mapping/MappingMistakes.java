package io.ledgerway.mapping;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import io.ledgerway.problem.Mistake;
import io.ledgerway.problem.Nearest;
import io.ledgerway.source.Source;
import io.ledgerway.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds in a mapping's text what would otherwise be noticed when a document comes by, or never: a
 * function or variable that nobody has is nothing to JSONata. Used by one thread.
 */
public final class MappingMistakes {

  /** Functions that are told the name of something, by the place of that name. */
  private static final Map<String, Integer> SETTINGS =
      Map.of("setting", 0, "settingOrNothing", 0, "checkSigns", 1, "isLeftOut", 2);

  private static final Map<String, Integer> TABLES = Map.of("table", 0, "tableOrNothing", 0);
  private static final Pattern SECRET = Pattern.compile("\"\\$secret\"\\s*:\\s*\"([^\"]+)\"");
  private static final Map<String, MappingFunction> OURS =
      Functions.ALL.stream().collect(Collectors.toMap(MappingFunction::name, each -> each));

  private final Path file;
  private final String text;
  private final Source source;
  private final Sources sources;
  private final List<Mistake> found = new ArrayList<>();

  private MappingMistakes(Path file, String text, Source source, Sources sources) {
    this.file = file;
    this.text = text;
    this.source = source;
    this.sources = sources;
  }

  /**
   * All that is wrong with one mapping.
   *
   * @param folder of all mappings
   */
  public static List<Mistake> in(Path file, Path folder, Sources sources) throws IOException {
    String owner = folder.relativize(file).getName(0).toString();
    Optional<Source> source = sources.find(owner);
    MappingMistakes mistakes =
        new MappingMistakes(file, Files.readString(file), source.orElse(null), sources);
    mistakes.check();
    return mistakes.found;
  }

  private void check() {
    Jsonata compiled;
    try {
      compiled = Mapping.parse(text);
    } catch (JException e) {
      tell(e.getLocation(), Mapping.said(e), "See docs/mappings.md");
      return;
    }
    MappingLint.check(compiled)
        .forEach(
            finding ->
                tell(
                    finding.offset(), finding.message(), "See docs/mappings.md for the functions"));
    Set<String> bound = bound(compiled);
    SyntaxTree.visit(
        compiled,
        node -> {
          if (node.type() == null) {
            return;
          }
          switch (node.type()) {
            case "variable" -> checkVariable(compiled, bound, node);
            case "function" -> checkCall(node);
            default -> {
              // says nothing by a name
            }
          }
        });
    checkSecrets();
  }

  /** Names that the text itself gives to something. */
  private static Set<String> bound(Jsonata compiled) {
    Set<String> bound = new TreeSet<>();
    SyntaxTree.visit(
        compiled,
        node -> {
          if ("bind".equals(node.type())) {
            node.child("lhs").ifPresent(left -> bound.add(left.value()));
          } else if ("lambda".equals(node.type())) {
            node.children("arguments").forEach(argument -> bound.add(argument.value()));
          }
          node.names("focus", "index").forEach(bound::add);
        });
    return bound;
  }

  private void checkVariable(Jsonata compiled, Set<String> bound, SyntaxTree.Node node) {
    String name = node.value();
    if (name.isEmpty() || name.equals("$") || bound.contains(name)) {
      return;
    }
    if (!SyntaxTree.knows(compiled, name)) {
      Set<String> known = new TreeSet<>(OURS.keySet());
      known.addAll(bound);
      tell(node.offset(), "there is no function or variable $" + name, meant(name, known, "$"));
    }
  }

  private void checkCall(SyntaxTree.Node call) {
    SyntaxTree.Node procedure = call.child("procedure").orElse(null);
    if (procedure == null || !"variable".equals(procedure.type())) {
      return;
    }
    String name = procedure.value();
    List<SyntaxTree.Node> arguments = call.children("arguments");
    MappingFunction ours = OURS.get(name);
    if (ours != null
        && (arguments.size() < ours.leastArguments() || arguments.size() > ours.mostArguments())) {
      tell(
          procedure.offset(),
          "$" + name + " is called with " + arguments.size() + " arguments",
          "Write " + ours.signature());
    }
    if (source != null) {
      named(SETTINGS, name, arguments, "setting", source.settings().keySet());
      named(TABLES, name, arguments, "table", source.tables().keySet());
    }
    if (name.equals("use") && !arguments.isEmpty() && isText(arguments.get(0))) {
      checkPart(arguments.get(0));
    }
    if (name.equals("posted") && arguments.size() > 1) {
      checkPosted(arguments);
    }
  }

  private void named(
      Map<String, Integer> functions,
      String function,
      List<SyntaxTree.Node> arguments,
      String what,
      Set<String> known) {
    Integer place = functions.get(function);
    if (place != null && arguments.size() > place && isText(arguments.get(place))) {
      String name = arguments.get(place).value();
      if (!known.contains(name)) {
        tell(
            arguments.get(place).offset(),
            source.name() + " has no " + what + " '" + name + "' in its source.yaml",
            meant(name, known, ""));
      }
    }
  }

  private void checkPart(SyntaxTree.Node part) {
    if (Files.notExists(file.resolveSibling(part.value() + ".jsonata"))) {
      tell(
          part.offset(),
          "there is no mapping " + part.value() + ".jsonata in this folder",
          "Create it, or correct the name");
    }
  }

  private void checkPosted(List<SyntaxTree.Node> arguments) {
    if (!isText(arguments.get(0)) || !isText(arguments.get(1))) {
      return;
    }
    Optional<Source> other = sources.find(arguments.get(0).value());
    if (other.isEmpty()) {
      tell(
          arguments.get(0).offset(),
          "there is no source '" + arguments.get(0).value() + "'",
          "Sources are " + sources.all().stream().map(Source::name).toList());
    } else if (!other.get().kinds().containsKey(arguments.get(1).value())) {
      tell(
          arguments.get(1).offset(),
          other.get().name() + " has no kind '" + arguments.get(1).value() + "'",
          meant(arguments.get(1).value(), other.get().kinds().keySet(), ""));
    }
  }

  private void checkSecrets() {
    Matcher secrets = SECRET.matcher(text);
    while (source != null && secrets.find()) {
      if (!source.secrets().containsKey(secrets.group(1))) {
        tell(
            secrets.end(1),
            source.name() + " has no secret '" + secrets.group(1) + "' in its source.yaml",
            meant(secrets.group(1), source.secrets().keySet(), ""));
      }
    }
  }

  private static boolean isText(SyntaxTree.Node node) {
    return "string".equals(node.type());
  }

  private static String meant(String given, Set<String> known, String prefix) {
    return Nearest.to(prefix + given, known.stream().map(name -> prefix + name).toList());
  }

  private void tell(int offset, String what, String fix) {
    Place place = Place.of(file.toString(), text, offset);
    found.add(
        new Mistake(
            file.toString(), place.line(), place.column(), what.replaceFirst("\\.$", ""), fix));
  }
}
