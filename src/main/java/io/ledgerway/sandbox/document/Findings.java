package io.ledgerway.sandbox.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What was found wrong with one document while it was read. */
final class Findings {

  final List<String> errors = new ArrayList<>(0);
  final List<String> warnings = new ArrayList<>(0);

  /** The contact as it is shown, when it is what is wrong; else null. */
  Map<String, Object> contact;

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
