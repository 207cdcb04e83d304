package io.ledgerway.setup;

import io.ledgerway.problem.Problem;
import io.ledgerway.problem.Problem.Actor;
import java.util.ArrayList;
import java.util.List;

/** Collects what an account admin must mend. Used by one thread. */
final class Findings {

  private final List<Problem> problems = new ArrayList<>();

  /**
   * @param subject the record, as {@code kind:id}; null when it is none in particular
   * @param field where in the settings
   */
  void add(String code, String message, String action, String subject, String field) {
    problems.add(new Problem(code, message, Actor.ADMIN, action, subject, field));
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }
}
