package io.ledgerway.golden;

import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.problem.Mistake;
import java.util.List;
import java.util.stream.Collectors;

/** A case's file that cannot be used, with all that is wrong with it. */
public final class MistakenFile extends LedgerwayException {

  private static final long serialVersionUID = 1L;

  private final transient List<Mistake> mistakes;

  MistakenFile(List<Mistake> mistakes) {
    super(
        "CASE_MISTAKEN",
        mistakes.stream().map(Mistake::toString).collect(Collectors.joining("\n")),
        "Correct the file.");
    this.mistakes = List.copyOf(mistakes);
  }

  public List<Mistake> mistakes() {
    return mistakes;
  }
}
