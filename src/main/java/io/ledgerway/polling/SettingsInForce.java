package io.ledgerway.polling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerway.source.Choices;
import io.ledgerway.source.Source;
import io.ledgerway.source.Sources;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What counts for a company: what it chose, else what its source's file says. Thread-safe. */
@Component
class SettingsInForce {

  private static final ObjectMapper JSON = new ObjectMapper();
  private final Sources sources;
  private final Choices choices;

  SettingsInForce(Sources sources, Choices choices) {
    this.sources = sources;
    this.choices = choices;
  }

  JsonNode of(String company, String name) {
    Source source = sources.of(name);
    ObjectNode all = choices.settings(company, source);
    source
        .settings()
        .values()
        .forEach(
            setting -> {
              if (!all.has(setting.name()) && setting.otherwise() != null) {
                all.set(setting.name(), JSON.valueToTree(setting.otherwise()));
              }
            });
    return all;
  }

  Map<?, ?> asMap(String company, String source) {
    return JSON.convertValue(of(company, source), Map.class);
  }
}
