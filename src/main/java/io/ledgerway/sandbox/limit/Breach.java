package io.ledgerway.sandbox.limit;

import io.ledgerway.sandbox.http.Answer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A limit that is used up.
 *
 * @param problem minute, day, concurrent or appminute
 * @param retryAfter seconds; null where Xero gives none
 */
public record Breach(String problem, Long retryAfter) {

  /** The header that says how much of the limit is left. */
  private static final Map<String, String> LEFT =
      Map.of(
          "minute", "X-MinLimit-Remaining",
          "day", "X-DayLimit-Remaining",
          "appminute", "X-AppMinLimit-Remaining");

  public Answer answer() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("X-Rate-Limit-Problem", problem);
    String left = LEFT.get(problem);
    if (left != null) {
      headers.put(left, "0");
    }
    if (retryAfter != null) {
      headers.put("Retry-After", retryAfter.toString());
    }
    return Answer.nothing(429).with(headers);
  }
}
