package io.ledgerway.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The schemas of events, each a file below the folder of routes; of another edition's folder once
 * that is in force. Thread-safe.
 */
class EventSchemas {

  private final Supplier<Path> folder;
  private volatile Known known = new Known(null, Map.of());

  private record Known(Path folder, Map<String, Schema> schemas) {}

  EventSchemas(Supplier<Path> folder) {
    this.folder = folder;
  }

  /**
   * @throws IllegalArgumentException when it is not there, or no JSON Schema
   */
  Schema require(String schema) {
    Path now = folder.get();
    Known all = known;
    if (!now.equals(all.folder())) {
      all = new Known(now, new ConcurrentHashMap<>());
      known = all;
    }
    return all.schemas().computeIfAbsent(schema, file -> Schema.read(now.resolve(file)));
  }

  /**
   * Judged is the whole event, up to the first mistake: half a million wrong lines would be half a
   * million messages. The further mistakes that are told are those of the first few elements of
   * each list.
   */
  Optional<EventMistakes> mistakes(String schema, JsonNode event) {
    Schema judges = require(schema);
    Set<ValidationMessage> first = judges.untilFirstMistake().validate(event);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    Set<ValidationMessage> wrong =
        new LinkedHashSet<>(judges.everyMistake().validate(Excerpt.of(event)));
    wrong.addAll(first);
    return Optional.of(new EventMistakes(schema, wrong));
  }
}
