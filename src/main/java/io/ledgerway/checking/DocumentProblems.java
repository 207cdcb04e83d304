package io.ledgerway.checking;

import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.problem.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** What stands in the way of a mapped document, all of it together. */
class DocumentProblems extends LedgerwayException {

  private final transient List<Problem> problems;

  DocumentProblems(List<Problem> problems) {
    super(
        "DOCUMENT_PROBLEMS",
        problems.stream().map(Problem::message).collect(Collectors.joining(" ")),
        "See each problem's action.");
    this.problems = List.copyOf(problems);
  }

  List<Problem> problems() {
    return problems;
  }
}
