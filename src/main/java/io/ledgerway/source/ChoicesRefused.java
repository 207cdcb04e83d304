package io.ledgerway.source;

import io.ledgerway.problem.LedgerwayException;
import java.util.List;

/** Choices that cannot be taken, with everything that is wrong with them; nothing was changed. */
public class ChoicesRefused extends LedgerwayException {

  private static final long serialVersionUID = 1L;
  private final transient List<Wrong> wrong;

  /**
   * One thing that is wrong.
   *
   * @param field the setting, or the table's value
   */
  public record Wrong(String field, String message) {}

  public ChoicesRefused(List<Wrong> wrong) {
    super(
        "CHOICES_REFUSED",
        String.join(
            "; ", wrong.stream().map(each -> each.field() + ": " + each.message()).toList()),
        "Correct what 'fields' names.");
    this.wrong = List.copyOf(wrong);
  }

  public List<Wrong> wrong() {
    return wrong;
  }
}
