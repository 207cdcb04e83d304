package io.ledgerway.problem;

import java.util.List;
import java.util.stream.Collectors;

/** What stands in the way of a document, all of it together. */
public class DocumentProblems extends LedgerwayException {

  private final transient List<Problem> problems;

  public DocumentProblems(List<Problem> problems) {
    super(
        "DOCUMENT_PROBLEMS",
        problems.stream().map(Problem::message).collect(Collectors.joining(" ")),
        "See each problem's action.");
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }
}
