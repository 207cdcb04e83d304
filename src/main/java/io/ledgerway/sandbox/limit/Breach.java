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

  public Answer answer() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("X-Rate-Limit-Problem", problem);
    if (retryAfter != null) {
      headers.put("Retry-After", retryAfter.toString());
    }
    return Answer.text(429, "The rate limit '" + problem + "' has been exceeded").with(headers);
  }
}
