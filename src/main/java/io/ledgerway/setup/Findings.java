package io.ledgerway.setup;

import io.ledgerway.problem.Problem.Actor;
import java.util.ArrayList;
import java.util.List;

/** Collects what an account admin must mend. Used by one thread. */
final class Findings {

  private final List<Finding> problems = new ArrayList<>();

  /**
   * @param subject the record, as {@code kind:id}; null when it is none in particular
   * @param field where in the settings
   */
  void add(String code, String message, String action, String subject, String field) {
    problems.add(new Finding(code, message, Actor.ADMIN, action, subject, field));
  }

  List<Finding> problems() {
    return List.copyOf(problems);
  }
}
