package io.ledgerway.sandbox.document;

import java.util.ArrayList;
import java.util.List;

/** What was found wrong with one document while it was read. */
final class Findings {

  final List<String> errors = new ArrayList<>(0);
  final List<String> warnings = new ArrayList<>(0);

  void error(String message) {
    if (!errors.contains(message)) {
      errors.add(message);
    }
  }

  void error(Line line, String message) {
    if (line.errors == null) {
      line.errors = new ArrayList<>(1);
    }
    line.errors.add(message);
    error(message);
  }

  void warning(String message) {
    warnings.add(message);
  }

  boolean none() {
    return errors.isEmpty();
  }
}
