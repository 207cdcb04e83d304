package io.ledgerway.document;

import io.ledgerway.telling.ShortText;
import java.util.List;
import java.util.Objects;

/**
 * A line as it is compared: by ids, and by the names that people know them by.
 *
 * @param position from 0, in its document
 * @param values in the order of {@link Field}
 */
record ComparedLine(int position, String description, List<Value> values) {

  private static final int LONGEST_DESCRIPTION = 60;

  /** What is compared of a line, under its name in source documents. */
  enum Field {
    amount("amount"),
    category("account"),
    taxRate("tax rate"),
    costObjects("tracking");

    private final String words;

    Field(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /**
   * @param key what makes it the same
   * @param told how people know it
   */
  record Value(Object key, String told) {}

  boolean differs(ComparedLine other, Field field) {
    return !Objects.equals(value(field).key(), other.value(field).key());
  }

  /** How far it is from the other: first by what is booked, then by its text and place. */
  int distance(ComparedLine other) {
    int distance = position == other.position ? 0 : 1;
    distance += Objects.equals(description, other.description) ? 0 : 2;
    for (Field field : Field.values()) {
      distance += differs(other, field) ? 4 : 0;
    }
    return distance;
  }

  String told(Field field) {
    return value(field).told();
  }

  /** As people find it: {@code Line 2 (Lunch)}. */
  String named() {
    String line = "Line " + (position + 1);
    return description == null
        ? line
        : line + " (" + ShortText.of(description, LONGEST_DESCRIPTION) + ")";
  }

  private Value value(Field field) {
    return values.get(field.ordinal());
  }
}
