package io.ledgerway.sandbox.expensify.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.sandbox.expensify.company.Credential;
import java.util.Arrays;
import java.util.List;

/**
 * A job by somebody who is known.
 *
 * @param template null when none was sent
 * @param address where receipts are to be found
 * @param neverReady the file of this job never will be
 */
public record JobRequest(
    JsonNode description, String template, Credential by, String address, boolean neverReady) {

  JsonNode input() {
    return description.path("inputSettings");
  }

  JsonNode filters() {
    return input().path("filters");
  }

  /**
   * @throws JobError when it is missing or no text
   */
  String text(JsonNode in, String name) {
    JsonNode value = in.path(name);
    if (value.isMissingNode() || value.isNull() || value.asText().isEmpty()) {
      throw JobError.missing(name);
    }
    if (value.isContainerNode()) {
      throw JobError.malformed(name);
    }
    return value.asText();
  }

  /** A comma list in one text; empty when left out. */
  static List<String> list(JsonNode in, String name) {
    String text = in.path(name).asText("");
    return Arrays.stream(text.split(",")).map(String::trim).filter(one -> !one.isEmpty()).toList();
  }
}
