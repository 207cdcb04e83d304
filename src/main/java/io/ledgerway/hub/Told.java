package io.ledgerway.hub;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A problem of a document as it is told.
 *
 * @param said what Xero said; null where the message says it
 * @param difference side by side; null where it is none
 */
record Told(String message, String said, String actor, String action, Difference difference) {

  private static final Pattern DIFFERENCE =
      Pattern.compile("(?s)(.+?):? meant (.*), Xero holds (.*)\\.");

  /** What was meant, and what Xero holds instead. */
  record Difference(String field, String meant, String held) {}

  static List<Told> all(JsonNode problems) {
    List<Told> told = new ArrayList<>();
    if (problems != null) {
      problems.forEach(each -> told.add(of(each)));
    }
    return told;
  }

  private static Told of(JsonNode problem) {
    String message = problem.path("message").asText();
    return new Told(
        message,
        problem.path("said").asText(null),
        problem.path("actor").asText("NOBODY"),
        problem.path("action").asText(null),
        difference(message));
  }

  private static Difference difference(String message) {
    Matcher matcher = DIFFERENCE.matcher(message);
    return matcher.matches()
        ? new Difference(matcher.group(1), matcher.group(2), matcher.group(3))
        : null;
  }
}
