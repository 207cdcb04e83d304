package io.ledgerway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MappingFunctionsDocumentedTest {

  private static final Path PAGE = Path.of("docs/mappings.md");

  @Test
  void the_page_lists_exactly_the_functions_that_there_are() throws IOException {
    String table =
        "| function | what it gives |\n| --- | --- |\n"
            + Functions.ALL.stream()
                .map(each -> "| `" + each.signature() + "` | " + each.meaning() + " |\n")
                .collect(Collectors.joining());
    if (System.getProperty("golden.write") != null) {
      String page = Files.readString(PAGE);
      int start = page.indexOf("| function |");
      Files.writeString(PAGE, (start < 0 ? page : page.substring(0, start)) + table);
    }

    assertThat(Files.readString(PAGE)).endsWith(table);
  }
}
