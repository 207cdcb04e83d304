package io.ledgerway.mapping;

import io.ledgerway.cause.TrackingCauses;
import io.ledgerway.mapping.MappingFunction.Arguments;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Xero takes at most two tracking elements on a line, one per category (xero-api.md 4.2). */
final class TrackingOfLine {

  private static final int MOST = 2;

  private TrackingOfLine() {}

  static Object tracking(Evaluation evaluation, Arguments given) {
    List<?> options = given.list(0).stream().filter(Objects::nonNull).distinct().toList();
    long categories =
        options.stream()
            .map(option -> ((Map<?, ?>) option).get("TrackingCategoryID"))
            .distinct()
            .count();
    if (options.size() > MOST || categories < options.size()) {
      evaluation.note(
          TrackingCauses.clash(options.size(), given.text(1, evaluation.atLine("costObjects"))));
    }
    return options.isEmpty() ? null : options;
  }
}
