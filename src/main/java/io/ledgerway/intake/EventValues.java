package io.ledgerway.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.sql.StorableText;
import java.math.BigDecimal;

/**
 * Refuses what JSON allows and the world behind it does not: numbers that fill the memory of
 * whoever writes them out, and text that no database holds as it came. In every field, known or
 * not.
 */
final class EventValues {

  /** Room for whatever a double can be; written out, a number has at most as many digits. */
  private static final int MOST_ZEROS = 400;

  private EventValues() {}

  /**
   * @throws RefusedRecordException {@code NUMBER_OUT_OF_RANGE} or {@code TEXT_NOT_STORABLE}, with
   *     the place
   */
  static void check(JsonNode event) {
    check(event, "");
  }

  private static void check(JsonNode node, String place) {
    if (node.isObject()) {
      node.fields()
          .forEachRemaining(
              field -> {
                checkText(field.getKey(), place);
                check(field.getValue(), inside(place, field.getKey()));
              });
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        check(node.get(i), place.length() > 200 ? place : place + "[" + i + "]");
      }
    } else if (node.isTextual()) {
      checkText(node.textValue(), place);
    } else if (node.isNumber()) {
      checkNumber(node.decimalValue(), place);
    }
  }

  private static void checkNumber(BigDecimal number, String place) {
    if (Math.abs((long) number.scale()) > MOST_ZEROS) {
      throw new RefusedRecordException(
          "NUMBER_OUT_OF_RANGE",
          "%s: the number %s is larger, or nearer to zero, than any amount."
              .formatted(told(place), number),
          "Send numbers from 1e-400 to 1e400.");
    }
  }

  private static void checkText(String text, String place) {
    if (!StorableText.is(text)) {
      throw new RefusedRecordException(
          "TEXT_NOT_STORABLE",
          told(place) + ": the text has a NUL character, or half of a surrogate pair.",
          "Send text without \\u0000, and characters beyond \\uffff as both of their halves.");
    }
  }

  private static String inside(String place, String name) {
    String shortName = name.length() > 100 ? name.substring(0, 100) : name;
    return place.isEmpty() ? shortName : place.length() > 200 ? place : place + "." + shortName;
  }

  private static String told(String place) {
    return place.isEmpty() ? "event" : StorableText.of(place);
  }
}
