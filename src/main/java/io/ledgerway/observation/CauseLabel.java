package io.ledgerway.observation;

import io.ledgerway.cause.Cause;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Codes as a label has them: those that the engine knows. A mapping may make up any, and each would
 * be a series of its own.
 */
final class CauseLabel {

  private static final Set<String> KNOWN =
      Arrays.stream(Cause.values()).map(Enum::name).collect(Collectors.toSet());

  private CauseLabel() {}

  static String of(String code) {
    if (code == null || code.isEmpty()) {
      return "";
    }
    if (code.startsWith("DIFFERENT")) {
      return Cause.DIFFERENT.name();
    }
    return KNOWN.contains(code) ? code : "OTHER";
  }
}
