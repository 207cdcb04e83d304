package io.ledgerway.way;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerway.sql.SqlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LegTest {

  private static final Pattern CHANGE =
      Pattern.compile("\\('([A-Z_]+)',\\s*'([A-Z_]+)',\\s*'[a-z]");

  @Test
  void every_change_of_state_that_the_ledger_knows_says_who_wrote_it() throws IOException {
    Set<String> changes = new TreeSet<>();
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
      for (Path file : files.sorted().toList()) {
        CHANGE
            .matcher(Files.readString(file))
            .results()
            .forEach(found -> changes.add(found.group(1) + " " + found.group(2)));
      }
    }
    changes.remove("READY HELD"); // taken back by V10_2
    assertThat(changes).hasSizeGreaterThan(20);
    assertThat(changes)
        .allSatisfy(
            change -> assertThat(Leg.of(change.split(" ")[0], change.split(" ")[1])).isNotNull());
  }

  @Test
  void every_step_that_is_named_is_in_a_route() throws IOException {
    StringBuilder routes = new StringBuilder();
    try (Stream<Path> files = Files.walk(Path.of("routes"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".camel.yaml")).toList()) {
        routes.append(Files.readString(file));
      }
    }
    List<String> named =
        Leg.steps().stream()
            .map(step -> step.replaceFirst("^sql:(.*)$", "sql:classpath:sql/$1.sql"))
            .map(step -> step.replace("*", ""))
            .toList();
    assertThat(named).isNotEmpty().allSatisfy(step -> assertThat(routes).contains(step));
    assertThat(SqlFile.read("way/batches")).contains("batch");
  }
}
