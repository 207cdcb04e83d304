package io.ledgerway.setup;

import io.ledgerway.problem.LedgerwayException;
import java.util.List;

/** Import settings that cannot be put in force, with everything that stands in the way. */
public class SetUpProblems extends LedgerwayException {

  private final transient List<Finding> problems;

  SetUpProblems(String company, List<Finding> problems) {
    super(
        "IMPORT_SETTINGS_INCOMPLETE",
        problems.size() + " things stand in the way of completing the import settings.",
        "Mend what 'problems' names.");
    this.problems = List.copyOf(problems);
    with("company", company);
  }

  public List<Finding> problems() {
    return problems;
  }
}
