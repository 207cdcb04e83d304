package io.ledgerway.mapping;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.JFunction;
import io.ledgerway.mapping.MappingFunction.Arguments;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** All functions that mappings may call beside JSONata's own, and how they are offered to it. */
final class Functions {

  static final List<MappingFunction> ALL =
      Stream.of(
              MoneyFunctions.ALL,
              TextFunctions.ALL,
              LookupFunctions.ALL,
              ChosenFunctions.ALL,
              GroupFunctions.ALL,
              DocumentFunctions.ALL,
              DateFunctions.ALL,
              PostedFunctions.ALL,
              PartFunctions.ALL)
          .flatMap(List::stream)
          .toList();

  private Functions() {}

  // JSONata passes a function its arguments and nothing of the run it is called in.
  private static final ThreadLocal<Evaluation> RUNNING = new ThreadLocal<>();

  static void offer(Jsonata compiled) {
    for (MappingFunction each : ALL) {
      int least = each.leastArguments();
      int most = each.mostArguments();
      compiled.registerFunction(
          each.name(),
          new JFunction(
              (input, given) -> {
                if (given.size() < least || given.size() > most) {
                  throw located(
                      each.signature() + " was called with " + given.size() + " arguments", null);
                }
                return call(each, RUNNING.get(), given);
              },
              null));
    }
  }

  /** Runs a compiled mapping with the functions working for that evaluation. */
  static Object run(Evaluation evaluation, Supplier<Object> mapping) {
    Evaluation outer = RUNNING.get();
    RUNNING.set(evaluation);
    try {
      return mapping.get();
    } finally {
      RUNNING.set(outer);
    }
  }

  private static Object call(MappingFunction function, Evaluation evaluation, List<?> given) {
    try {
      List<?> arguments = withoutNulls(given);
      Object result = function.body().call(evaluation, new Arguments(arguments));
      if (evaluation.trace() != null) {
        evaluation.trace().called(function, arguments, result);
      }
      return result;
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
