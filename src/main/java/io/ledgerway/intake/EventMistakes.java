package io.ledgerway.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import io.ledgerway.cause.AmountCauses;
import io.ledgerway.problem.Problem;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a schema does not take of an event. Immutable.
 *
 * @param schema its file, below the folder of routes
 */
record EventMistakes(String schema, Collection<ValidationMessage> wrong) {

  static final String VARIABLE = "eventMistakes";

  private static final int TOLD_AT_MOST = 20;
  private static final int LONGEST_TOLD = 300;

  /** What is empty is missing as far as people are concerned. */
  private static final Set<String> EMPTY = Set.of("minLength", "minItems", "pattern", "format");

  /** For whoever sent it. */
  RefusedRecordException refusal() {
    return new RefusedRecordException(
        "NOT_OF_SCHEMA",
        wrong.stream()
            .map(EventMistakes::inWords)
            .map(message -> message.substring(0, Math.min(LONGEST_TOLD, message.length())))
            .distinct()
            .limit(TOLD_AT_MOST)
            .collect(Collectors.joining("; ")),
        "Send the event as its schema describes it.");
  }

  /** For whoever can mend the document: one for each field. */
  List<Problem> problems(String noun) {
    Map<String, Problem> problems = new LinkedHashMap<>();
    for (ValidationMessage mistake : wrong) {
      Problem problem = problem(mistake, noun);
      problems.putIfAbsent(problem.field(), problem);
    }
    return problems.values().stream().limit(TOLD_AT_MOST).toList();
  }

  /** Whether one of them is about that field of the event itself. */
  boolean concern(String field) {
    return wrong.stream()
        .anyMatch(
            mistake ->
                field.equals(field(mistake.getInstanceLocation().toString()))
                    || "required".equals(mistake.getType())
                        && mistake.getInstanceLocation().getNameCount() == 0
                        && field.equals(mistake.getProperty()));
  }

  private static Problem problem(ValidationMessage mistake, String noun) {
    String field = field(mistake.getInstanceLocation().toString());
    if ("required".equals(mistake.getType())) {
      return AmountCauses.fieldMissing(
          noun, field.isEmpty() ? mistake.getProperty() : field + "." + mistake.getProperty());
    }
    JsonNode value = mistake.getInstanceNode();
    if ("type".equals(mistake.getType())) {
      return value == null || value.isNull()
          ? AmountCauses.fieldMissing(noun, field)
          : AmountCauses.wrongType(field);
    }
    return EMPTY.contains(mistake.getType()) && isEmpty(value)
        ? AmountCauses.fieldMissing(noun, field)
        : AmountCauses.invalid(field);
  }

  private static boolean isEmpty(JsonNode value) {
    return value != null
        && (value.isTextual() ? value.asText().isBlank() : value.isArray() && value.isEmpty());
  }

  /** {@code /lines/0/category} is {@code lines[0].category}. */
  private static String field(String pointer) {
    StringBuilder field = new StringBuilder();
    for (String step : pointer.split("/")) {
      if (step.isEmpty()) {
        continue;
      }
      if (step.chars().allMatch(Character::isDigit)) {
        field.append('[').append(step).append(']');
      } else {
        field.append(field.isEmpty() ? "" : ".").append(step);
      }
    }
    return field.toString();
  }

  /** Patterns are for machines. */
  private static String inWords(ValidationMessage mistake) {
    return "pattern".equals(mistake.getType())
        ? mistake.getInstanceLocation() + ": is not of the form that its schema describes"
        : mistake.getMessage();
  }
}
