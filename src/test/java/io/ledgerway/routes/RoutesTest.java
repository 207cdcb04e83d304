package io.ledgerway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutesTest {

  @Test
  void every_route_is_complete_canonical_and_leads_somewhere() {
    assertThat(RouteRules.violationsUnder(Path.of("routes"))).isEmpty();
  }

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

  /** One file per mistake, named after it; beside it in the folder stands nothing else. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bean-only             | is one bean call, which hides the flow
          duplicate-id          | is an id that stands twice
          duplicate-key         | found duplicate key
          inline-expression     | without 'expression:'
          no-configuration      | has no routeConfigurationId
          no-description        | has no description
          no-id                 | has no id
          nowhere               | where no route begins
          nowhere-in-a-branch   | where no route begins
          options-in-uri        | write them as parameters
          short-form            | is in short form
          top-level-from        | is not one of
          unheard               | is a bell that no route hears
          unknown-configuration | which does not exist
          """)
  void a_mistake_is_found(String mistake, String message) {
    Path folder = Path.of("src", "test", "resources", "routes", "invalid", mistake);

    assertThat(RouteRules.violationsUnder(folder))
        .singleElement()
        .asString()
        .contains(mistake + ".camel.yaml")
        .contains(message);
  }
}
