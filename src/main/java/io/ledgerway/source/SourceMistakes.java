package io.ledgerway.source;

import io.ledgerway.problem.LedgerwayException;
import java.util.List;

/** A source's file that cannot be used, with all that is wrong with it: file, line and cause. */
public class SourceMistakes extends LedgerwayException {

  private static final long serialVersionUID = 1L;

  SourceMistakes(List<String> mistakes) {
    super(
        "SOURCE_MISTAKEN",
        String.join("\n", mistakes),
        "Correct source.yaml: docs/new-source.md says what stands in it.");
  }
}
