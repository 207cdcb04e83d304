package io.ledgerway.scale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/**
 * Which statements run on a clock, for a page or for each document, with values that are hard for
 * them; and which do not, so that none is forgotten: {@code scale/statements.yaml}.
 */
final class StatementList {

  private static final Path SQL = Path.of("src", "main", "resources", "sql");

  private final Map<String, String> common = new TreeMap<>();
  private final List<Statement> statements = new ArrayList<>();
  private final Set<String> others = new TreeSet<>();

  StatementList() {
    JsonNode list = read();
    list.get("values").properties().forEach(v -> common.put(v.getKey(), v.getValue().asText()));
    list.get("statements").properties().forEach(s -> add(s.getKey(), s.getValue()));
    list.get("others").forEach(names -> names.forEach(name -> others.add(name.asText())));
  }

  private static JsonNode read() {
    try {
      return new ObjectMapper(new YAMLFactory())
          .readTree(new ClassPathResource("scale/statements.yaml").getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String name, JsonNode cases) {
    for (JsonNode given : cases.isArray() ? cases : List.of(cases)) {
      Map<String, String> values = new LinkedHashMap<>(common);
      given.properties().forEach(v -> values.put(v.getKey(), v.getValue().asText()));
      String because = values.remove("BECAUSE");
      String each = values.remove("EACH");
      statements.add(
          new Statement(name, values, each == null ? 1 : Integer.parseInt(each), because));
    }
  }

  List<Reading> read(Plans plans) {
    return statements.stream().map(s -> plans.read(s.title(common), s)).toList();
  }

  /** Statements of the engine that the list does not have. */
  Set<String> forgotten() {
    Set<String> all = files();
    all.removeAll(others);
    all.removeAll(statements.stream().map(Statement::name).collect(Collectors.toSet()));
    return all;
  }

  /** Statements that the list has and the engine does not, or that it has in both places. */
  Set<String> unknown() {
    Set<String> listed = statements.stream().map(Statement::name).collect(Collectors.toSet());
    Set<String> wrong = new TreeSet<>(others);
    wrong.retainAll(listed);
    listed.addAll(others);
    listed.removeAll(files());
    wrong.addAll(listed);
    return wrong;
  }

  private static Set<String> files() {
    try (Stream<Path> files = Files.walk(SQL)) {
      return files
          .filter(file -> file.toString().endsWith(".sql"))
          .map(file -> SQL.relativize(file).toString().replace('\\', '/').replace(".sql", ""))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
