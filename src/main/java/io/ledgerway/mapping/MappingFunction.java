package io.ledgerway.mapping;

import com.dashjoin.jsonata.Jsonata;
import java.util.ArrayList;
import java.util.List;

/**
 * A function that mappings may call.
 *
 * @param name without the {@code $}
 * @param parameters as a reader should see them, e.g. {@code "amount, field?"}; a question mark
 *     makes a parameter optional
 * @param meaning one sentence
 */
record MappingFunction(String name, String parameters, String meaning, Body body) {

  /** What the function does. Must be stateless. */
  @FunctionalInterface
  interface Body {
    /**
     * @return null for "nothing": JSONata leaves the field out
     * @throws IllegalArgumentException for an argument of the wrong kind
     */
    Object call(Evaluation evaluation, Arguments arguments);
  }

  /** The arguments of a call; those that were left out read as null. */
  record Arguments(List<?> values) {

    Object get(int index) {
      return index < values.size() ? values.get(index) : null;
    }

    /** The argument as text; a number becomes its digits; null when left out or blank. */
    String text(int index) {
      Object value = get(index);
      if (value instanceof List || value instanceof java.util.Map) {
        throw new IllegalArgumentException("argument " + (index + 1) + " must be text");
      }
      String text =
          value instanceof Number ? Decimals.of(value).toPlainString() : (String) plain(value);
      return text == null || text.isBlank() ? null : text;
    }

    String text(int index, String otherwise) {
      String text = text(index);
      return text == null ? otherwise : text;
    }

    int whole(int index) {
      Object value = get(index);
      if (value instanceof Integer whole) {
        return whole;
      }
      if (value instanceof Number number) {
        return Decimals.of(number).intValueExact();
      }
      throw new IllegalArgumentException("argument " + (index + 1) + " must be a whole number");
    }

    /** The argument as a list without nulls: JSONata turns a list of one into the one. */
    List<?> list(int index) {
      Object value = get(index);
      if (!(value instanceof List<?> list)) {
        return value == null ? List.of() : List.of(value);
      }
      List<Object> present = new ArrayList<>(list.size());
      for (Object each : list) {
        if (each != null && each != Jsonata.NULL_VALUE) {
          present.add(each);
        }
      }
      return present;
    }

    private static Object plain(Object value) {
      return value == null || value instanceof String ? value : value.toString();
    }
  }

  String signature() {
    return "$" + name + "(" + parameters + ")";
  }

  int mostArguments() {
    return parameters.isEmpty() ? 0 : parameters.split(",").length;
  }

  int leastArguments() {
    int optional = (int) parameters.chars().filter(letter -> letter == '?').count();
    return mostArguments() - optional;
  }
}
