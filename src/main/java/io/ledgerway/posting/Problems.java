package io.ledgerway.posting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerway.problem.Problem;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** How a document's problems stand in the ledger. Thread-safe. */
final class Problems {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Problems() {}

  static String write(List<Problem> problems) {
    try {
      return problems.isEmpty() ? null : JSON.writeValueAsString(problems).replace("\\u0000", "");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<Problem> read(String json) {
    try {
      return json == null ? List.of() : JSON.readValue(json, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The keys whose change would release the document, one a line; null when there are none. */
  static String keys(List<Problem> problems) {
    String keys =
        problems.stream()
            .map(Problem::subject)
            .filter(Objects::nonNull)
            .map(key -> key.replace("\u0000", "").replace('\n', ' '))
            .distinct()
            .collect(Collectors.joining("\n"));
    return keys.isEmpty() ? null : keys;
  }
}
