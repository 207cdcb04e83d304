package io.ledgerway.posting;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerway.cause.Cause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CausesDocumentedTest {

  @Test
  void every_cause_stands_in_the_docs_with_who_acts_and_what_releases_it() throws IOException {
    assertThat(Files.readString(Path.of("docs", "causes.md")))
        .contains(
            Arrays.stream(Cause.values())
                .map(CausesDocumentedTest::row)
                .collect(Collectors.joining()));
  }

  private static String row(Cause cause) {
    return "| `%s` | %s | %s |%n"
        .formatted(
            cause,
            cause.actor().name().toLowerCase(Locale.ROOT),
            cause.waitsFor().stream()
                .map(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .sorted()
                .collect(Collectors.joining(", ")));
  }
}
