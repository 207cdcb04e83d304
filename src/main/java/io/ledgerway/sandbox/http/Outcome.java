package io.ledgerway.sandbox.http;

import java.util.List;
import java.util.Map;

/**
 * What became of one record of a write.
 *
 * @param shown the record as answered; with the all-zero id when it was new and failed
 */
public record Outcome(Map<String, Object> shown, List<String> errors, List<String> warnings) {

  boolean failed() {
    return !errors.isEmpty();
  }

  static List<Map<String, String>> messages(List<String> texts) {
    return texts.stream().map(text -> Map.of("Message", text)).toList();
  }
}
