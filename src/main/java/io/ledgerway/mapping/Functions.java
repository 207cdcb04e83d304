package io.ledgerway.mapping;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.Frame;
import com.dashjoin.jsonata.Jsonata.JFunction;
import io.ledgerway.mapping.MappingFunction.Arguments;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All functions that mappings may call beside JSONata's own, and how they are offered to it. */
final class Functions {

  static final List<MappingFunction> ALL =
      Stream.of(MoneyFunctions.ALL, TextFunctions.ALL, LookupFunctions.ALL, DocumentFunctions.ALL)
          .flatMap(List::stream)
          .toList();

  private Functions() {}

  static void offer(Frame frame, Evaluation evaluation) {
    for (MappingFunction each : ALL) {
      frame.bind(each.name(), new JFunction((input, given) -> call(each, evaluation, given), null));
    }
  }

  private static Object call(MappingFunction function, Evaluation evaluation, List<?> given) {
    if (given.size() > function.mostArguments() || given.size() < function.leastArguments()) {
      throw located(function.signature() + " was called with " + given.size() + " arguments", null);
    }
    try {
      return function.body().call(evaluation, new Arguments(withoutNulls(given)));
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw located(function.signature() + ": " + e.getMessage(), e);
    }
  }

  private static List<?> withoutNulls(List<?> given) {
    for (Object each : given) {
      if (each == Jsonata.NULL_VALUE) {
        List<Object> plain = new ArrayList<>(given);
        plain.replaceAll(value -> value == Jsonata.NULL_VALUE ? null : value);
        return plain;
      }
    }
    return given;
  }

  /** JSONata adds the place of the call to an error whose location is negative. */
  private static JException located(String message, Throwable cause) {
    return new JException(cause, message, -1, null, null);
  }
}
