package io.ledgerway.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.step.StepComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RouteMistakesTest {

  @TempDir private Path folder;

  @Test
  void what_camel_loads_without_complaint_is_refused_at_start_with_file_and_line()
      throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("three-mistakes.camel.yaml"),
            """
            - route:
                id: mistaken
                routeConfigurationId: xero-wirte
                from:
                  uri: direct:begin
                  steps:
                    - to: posting:setle
                    - choice:
                        when:
                          - expression:
                              simple: { expression: "${body}" }
                            steps:
                              - to: direct:nowhere
            """);
    try (DefaultCamelContext context = new DefaultCamelContext()) {
      context.setSourceLocationEnabled(true);
      context.addComponent("posting", new StepComponent(Map.of("settle", exchange -> {})));
      context.addLifecycleStrategy(new RefuseMistakenRoutes.Veto());
      PluginHelper.getRoutesLoader(context)
          .loadRoutes(ResourceHelper.resolveResource(context, "file:" + file));

      assertThatThrownBy(context::start)
          .hasRootCauseInstanceOf(LedgerwayException.class)
          .rootCause()
          .message()
          .contains(file + ":1: route mistaken: there is no route configuration 'xero-wirte'")
          .contains(file + ":7: route mistaken: Unknown step 'setle'")
          .contains(file + ":13: route mistaken: no route begins at direct:nowhere");
      assertThat(context.isStarted()).isFalse();
    }
  }
}
