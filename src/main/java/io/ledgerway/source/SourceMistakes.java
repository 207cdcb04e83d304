package io.ledgerway.source;

import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.problem.Mistake;
import java.util.List;
import java.util.stream.Collectors;

/** A source's file that cannot be used, with all that is wrong with it: file, line and cause. */
public class SourceMistakes extends LedgerwayException {

  private static final long serialVersionUID = 1L;

  private final transient List<Mistake> mistakes;

  SourceMistakes(List<Mistake> mistakes) {
    super(
        "SOURCE_MISTAKEN",
        mistakes.stream().map(Mistake::toString).collect(Collectors.joining("\n")),
        "Correct source.yaml: docs/new-source.md says what stands in it.");
    this.mistakes = List.copyOf(mistakes);
  }

  public List<Mistake> mistakes() {
    return mistakes;
  }
}
