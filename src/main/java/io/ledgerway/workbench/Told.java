package io.ledgerway.workbench;

import com.fasterxml.jackson.databind.JsonNode;

/** What an engine answered, in a line. */
final class Told {

  private Told() {}

  /** {@code field: CODE, message. For ADMIN: action}. */
  static String problem(JsonNode problem) {
    StringBuilder told = new StringBuilder();
    if (problem.hasNonNull("field")) {
      told.append(problem.get("field").asText()).append(": ");
    }
    told.append(problem.path("code").asText())
        .append(", ")
        .append(problem.path("message").asText());
    if (problem.hasNonNull("actor")) {
      told.append(" For ").append(problem.get("actor").asText()).append(":");
    }
    return told.append(" ").append(problem.path("action").asText()).toString();
  }

  /** A value, as JSON has it. */
  static String value(JsonNode value) {
    return value.isMissingNode() || value.isNull() ? "nothing" : value.toString();
  }

  /** {@code mapping.jsonata:line:column}. */
  static String place(JsonNode at) {
    return at.isMissingNode() || at.isNull()
        ? "made by no mapping"
        : at.path("mapping").asText()
            + ".jsonata:"
            + at.path("line").asText()
            + ":"
            + at.path("column").asText();
  }

  /** What it was made of, e.g. {@code lines[0].category "x"; account("x") "453": account x …}. */
  static String origin(JsonNode origin) {
    StringBuilder told = new StringBuilder();
    for (JsonNode read : origin.path("reads")) {
      told.append(told.isEmpty() ? "" : "; ")
          .append(read.path("decides").asBoolean() ? "decided by " : "")
          .append(read.path("path").asText().isEmpty() ? "the event" : read.get("path").asText());
      if (read.hasNonNull("value")) {
        told.append(" ").append(read.get("value"));
      }
    }
    for (JsonNode call : origin.path("calls")) {
      told.append(told.isEmpty() ? "" : "; ").append(call(call));
    }
    return told + (origin.path("more").asBoolean() ? "; and more" : "");
  }

  private static String call(JsonNode call) {
    StringBuilder told = new StringBuilder("$").append(call.get("function").asText()).append("(");
    for (int i = 0; i < call.path("arguments").size(); i++) {
      JsonNode argument = call.get("arguments").get(i);
      told.append(i == 0 ? "" : ", ").append(argument.isNull() ? "…" : argument.toString());
    }
    told.append(")");
    if (call.hasNonNull("gave")) {
      told.append(" gave ").append(call.get("gave"));
    }
    for (JsonNode looked : call.path("looked")) {
      told.append(", ")
          .append(looked.get("part").asText())
          .append(looked.path("key").asText().isEmpty() ? "" : " " + looked.get("key").asText())
          .append(looked.get("found").asBoolean() ? "" : " is not there");
      for (String each : new String[] {"id", "code", "name"}) {
        if (looked.hasNonNull(each) && !looked.get(each).equals(looked.get("key"))) {
          told.append(" ").append(each).append(" ").append(looked.get(each));
        }
      }
    }
    return told.toString();
  }
}
