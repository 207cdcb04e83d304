package io.ledgerway.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The schemas of events, each a file below the folder of routes. Thread-safe. */
class EventSchemas {

  private final Path folder;
  private final Map<String, SchemaFile> files = new ConcurrentHashMap<>();

  EventSchemas(Path folder) {
    this.folder = folder;
  }

  /**
   * @throws IllegalArgumentException when it is not there, or no JSON Schema
   */
  SchemaFile require(String schema) {
    return files.computeIfAbsent(schema, file -> new SchemaFile(folder.resolve(file)));
  }

  /**
   * Judged is the whole event, up to the first mistake: half a million wrong lines would be half a
   * million messages. The further mistakes that are told are those of the first few elements of
   * each list.
   */
  Optional<EventMistakes> mistakes(String schema, JsonNode event) {
    SchemaFile.Judges judges = require(schema).judges();
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
