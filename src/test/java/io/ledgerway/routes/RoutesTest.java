package io.ledgerway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerway.sql.SqlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoutesTest {

  /**
   * A permit that is refused is judged by the batch that the exchange knows: the one before, with
   * documents that Xero did not answer for, must not be taken for one that was never sent.
   */
  @Test
  void a_batch_begins_before_anything_of_it_can_fail() throws IOException {
    String export = Files.readString(Path.of("routes", "xero", "export.camel.yaml"));
    String batch = export.substring(export.indexOf("id: export-batch"));
    assertThat(batch.indexOf("sending:new-batch"))
        .isPositive()
        .isLessThan(batch.indexOf("permit:take"));
  }

  @Test
  void every_bell_that_is_rung_for_what_is_due_is_heard() throws IOException {
    Set<String> heard = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("routes"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".camel.yaml")).toList()) {
        Pattern.compile("parameters: \\{ bell: \"?([a-z-]+)")
            .matcher(Files.readString(file))
            .results()
            .forEach(found -> heard.add(found.group(1)));
      }
    }
    assertThat(
            Pattern.compile("^select '([a-z-]+)'", Pattern.MULTILINE)
                .matcher(SqlFile.read("work/due"))
                .results()
                .map(found -> found.group(1)))
        .hasSizeGreaterThan(9)
        .isSubsetOf(heard);
  }
}
