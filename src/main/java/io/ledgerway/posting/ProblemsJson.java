package io.ledgerway.posting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ledgerway.problem.Problem;
import io.ledgerway.sql.StorableText;
import java.util.List;
import java.util.stream.Collectors;

/** How a document's problems stand in the ledger. Thread-safe. */
public final class ProblemsJson {

  // What an earlier version wrote down may have more fields.
  private static final ObjectMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private ProblemsJson() {}

  public static String write(List<Problem> problems) {
    try {
      return problems.isEmpty()
          ? null
          : JSON.writeValueAsString(problems.stream().map(ProblemsJson::storable).toList());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Of the text only: what an escape in JSON stands for cannot be told from its letters. */
  private static Problem storable(Problem problem) {
    return new Problem(
        problem.code(),
        StorableText.of(problem.message()),
        problem.actor(),
        StorableText.of(problem.action()),
        problem.waitsFor().stream().map(StorableText::of).toList(),
        StorableText.of(problem.field()),
        StorableText.of(problem.said()));
  }

  public static List<Problem> read(String json) {
    try {
      return json == null ? List.of() : JSON.readValue(json, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The keys whose change would release the document, one a line; null when there are none. */
  public static String keys(List<Problem> problems) {
    String keys =
        problems.stream()
            .flatMap(problem -> problem.waitsFor().stream())
            .map(key -> StorableText.of(key).replace('\n', ' '))
            .distinct()
            .collect(Collectors.joining("\n"));
    return keys.isEmpty() ? null : keys;
  }
}
