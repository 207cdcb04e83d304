package io.ledgerway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
