package io.ledgerway.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why an event's JSON cannot be read, in words for who sent it and not in those of a parser. */
final class UnreadableJson {

  private static final Pattern DUPLICATE =
      Pattern.compile("Duplicate field '(.{0,100})", Pattern.DOTALL);

  private UnreadableJson() {}

  static RefusedRecordException of(JsonProcessingException failure) {
    String told = String.valueOf(failure.getOriginalMessage());
    if (failure instanceof StreamConstraintsException) {
      return new RefusedRecordException(
          "EVENT_TOO_COMPLEX",
          "The event " + excess(told) + position(failure) + ".",
          "Send what the schema describes; whatever else is in an event is only kept.");
    }
    Matcher duplicate = DUPLICATE.matcher(told);
    if (duplicate.find()) {
      return new RefusedRecordException(
          "DUPLICATE_FIELD",
          "The field '%s' stands twice in one object%s."
              .formatted(duplicate.group(1).replaceFirst("'.*", ""), position(failure)),
          "Send each field once: nobody could tell which of the two is meant.");
    }
    return new RefusedRecordException(
        "NOT_JSON",
        "The event is not one well-formed JSON document%s.".formatted(position(failure)),
        "Send well-formed JSON in UTF-8.");
  }

  /** An exponent that no number here can have. */
  static RefusedRecordException of(NumberFormatException failure) {
    return new RefusedRecordException(
        "NUMBER_OUT_OF_RANGE",
        "The event has a number whose exponent is beyond any amount.",
        "Send numbers from 1e-400 to 1e400.");
  }

  private static String excess(String told) {
    if (told.contains("nesting depth")) {
      return "is nested more than " + EventJson.MOST_DEPTH + " deep";
    }
    if (told.contains("Name length")) {
      return "has a field with a name of more than " + EventJson.MOST_NAME + " characters";
    }
    if (told.contains("Number value length")) {
      return "has a number of more than " + EventJson.MOST_DIGITS + " digits";
    }
    return "has a value that is too long";
  }

  private static String position(JsonProcessingException failure) {
    return failure.getLocation() == null
        ? ""
        : " (line %d, column %d)"
            .formatted(failure.getLocation().getLineNr(), failure.getLocation().getColumnNr());
  }
}
