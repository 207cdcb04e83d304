package io.ledgerway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class AsyncApiTest {

  private static final Path FILE = Path.of("routes", "perk", "asyncapi.yaml");
  private static final List<Path> FILES =
      List.of(FILE, Path.of("routes", "notice", "asyncapi.yaml"));

  @Test
  void the_six_topics_are_described() throws IOException {
    List<String> topics = new ArrayList<>();
    asyncApi(FILE).get("channels").forEach(channel -> topics.add(channel.get("address").asText()));

    assertThat(topics)
        .containsExactlyInAnyOrder(
            "perk.expenses",
            "perk.users",
            "perk.expense-exports",
            "perk.reference-data",
            "perk.expenses.dlq",
            "perk.users.dlq");
  }

  @ParameterizedTest
  @FieldSource("FILES")
  void every_reference_leads_somewhere(Path file) throws IOException {
    JsonNode document = asyncApi(file);
    List<String> references = new ArrayList<>();
    document.findValuesAsText("$ref").forEach(references::add);

    assertThat(references).isNotEmpty();
    for (String reference : references) {
      if (reference.startsWith("#")) {
        assertThat(document.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
      } else {
        assertThat(file.resolveSibling(reference)).exists();
      }
    }
  }

  private static JsonNode asyncApi(Path file) throws IOException {
    return new YAMLMapper().readTree(file.toFile());
  }
}
