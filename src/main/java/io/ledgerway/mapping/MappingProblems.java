package io.ledgerway.mapping;

import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.problem.Problem;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Everything that stands in the way of one document, told at once: each look-up that found nothing
 * usable, each value that Xero would refuse. Nothing is wrong with the mapping file.
 */
public class MappingProblems extends LedgerwayException {

  private final transient List<Problem> problems;

  public MappingProblems(String mapping, List<Problem> problems) {
    super("DOCUMENT_NOT_READY", summary(problems), "Mend what each problem names.");
    this.problems = List.copyOf(problems);
    with("mapping", mapping);
  }

  /** At least one. */
  public List<Problem> problems() {
    return problems;
  }

  private static String summary(List<Problem> problems) {
    return problems.stream()
        .map(each -> each.code() + (each.field() == null ? "" : " at " + each.field()))
        .collect(Collectors.joining(", "));
  }
}
