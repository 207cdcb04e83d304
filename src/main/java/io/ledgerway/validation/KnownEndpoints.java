package io.ledgerway.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerway.yaml.YamlText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What endpoints there are and which options they have: ours from {@code steps.yaml}, which a test
 * holds equal to the running engine's; Camel's from what each component says of itself.
 */
final class KnownEndpoints {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode ours;
  private final Map<String, Optional<JsonNode>> camels = new HashMap<>();

  KnownEndpoints() {
    try (InputStream in = KnownEndpoints.class.getResourceAsStream("/steps.yaml")) {
      ours = new YamlText(new String(in.readAllBytes(), StandardCharsets.UTF_8)).json();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isOurs(String scheme) {
    return ours.has(scheme);
  }

  Set<String> schemes() {
    Set<String> schemes = new TreeSet<>();
    ours.fieldNames().forEachRemaining(schemes::add);
    schemes.addAll(Set.of("direct", "kafka", "quartz", "sql"));
    return schemes;
  }

  /** The steps of a component of ours. */
  Set<String> steps(String scheme) {
    Set<String> steps = new TreeSet<>();
    ours.path(scheme).fieldNames().forEachRemaining(steps::add);
    return steps;
  }

  /** The options of a step of ours. */
  Set<String> options(String scheme, String step) {
    Set<String> options = new TreeSet<>();
    ours.path(scheme).path(step).forEach(option -> options.add(option.asText()));
    return options;
  }

  /** What a component of Camel's says of itself; empty when there is none of that scheme here. */
  Optional<JsonNode> camels(String scheme) {
    return camels.computeIfAbsent(scheme, KnownEndpoints::read);
  }

  private static Optional<JsonNode> read(String scheme) {
    if (!scheme.matches("[a-z0-9-]+")) {
      return Optional.empty();
    }
    String resource = "/META-INF/org/apache/camel/component/%s/%s.json".formatted(scheme, scheme);
    try (InputStream in = KnownEndpoints.class.getResourceAsStream(resource)) {
      return in == null ? Optional.empty() : Optional.of(JSON.readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
