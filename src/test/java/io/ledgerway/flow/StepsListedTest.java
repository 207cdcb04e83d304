package io.ledgerway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerway.step.StepComponent;
import io.ledgerway.yaml.YamlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;

/**
 * {@code steps.yaml} lets routes be judged without an engine; it says what the running one has. Run
 * with {@code -Ddocs.write} to write it anew.
 */
class StepsListedTest {

  private static final Path FILE = Path.of("src", "main", "resources", "steps.yaml");
  private static final List<String> OF_XERO =
      List.of(
          "method",
          "priority",
          "summarizeErrors",
          "includeArchived",
          "summaryOnly",
          "unitdp",
          "pageSize");

  private final Engine engine = Engine.shared();
  private final CamelContext camel = engine.context.getBean(CamelContext.class);

  @Test
  void what_is_listed_is_what_the_engine_has() throws IOException {
    Map<String, Map<String, Set<String>>> all = new TreeMap<>();
    engine
        .context
        .getBeansOfType(StepComponent.class)
        .forEach((name, component) -> all.put(name, component.known()));
    all.put(
        "work",
        Map.of(
            "take", Set.of("kind", "by", "rests"),
            "ring", Set.of("bell", "in", "when"),
            "due", Set.of("bell", "every"),
            "failed", Set.of()));
    Map<String, Set<String>> xero = new TreeMap<>();
    resources().forEach(resource -> xero.put(resource, Set.copyOf(OF_XERO)));
    all.put("xero", xero);
    if (System.getProperty("docs.write") != null) {
      Files.writeString(FILE, written(all));
    }

    Map<String, Map<String, Set<String>>> listed =
        new ObjectMapper()
            .convertValue(new YamlText(Files.readString(FILE)).json(), new TypeReference<>() {});
    assertThat(listed).isEqualTo(all);
  }

  @Test
  void every_option_of_xero_is_known_to_it() {
    assertThat(
            camel.getEndpoint(
                "xero:Contacts?method=GET&priority=REFRESH&summarizeErrors=false"
                    + "&includeArchived=true&summaryOnly=true&unitdp=4&pageSize=100"))
        .isNotNull();
  }

  private Set<String> resources() {
    Throwable refused = catchThrowable(() -> camel.getEndpoint("xero:Nothing"));
    while (refused.getCause() != null) {
      refused = refused.getCause();
    }
    String known = refused.getMessage();
    return new TreeSet<>(
        List.of(known.substring(known.indexOf("Known are ") + "Known are ".length()).split(", ")));
  }

  private static String written(Map<String, Map<String, Set<String>>> all) {
    StringBuilder text =
        new StringBuilder(
            "# The steps that routes may name, each with its options: written by"
                + " StepsListedTest.\n");
    all.forEach(
        (component, steps) -> {
          text.append(component).append(":\n");
          new TreeMap<>(steps)
              .forEach(
                  (step, options) ->
                      text.append("  ")
                          .append(step)
                          .append(": ")
                          .append(new TreeSet<>(options))
                          .append('\n'));
        });
    return text.toString();
  }
}
