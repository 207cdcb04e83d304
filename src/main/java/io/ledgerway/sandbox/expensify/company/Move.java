package io.ledgerway.sandbox.expensify.company;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Set;

/** What people do with a report, and from where they can: sources.md 1.8. */
public enum Move {
  SUBMIT(ReportState.SUBMITTED, "SUBMITTED", ReportState.OPEN),
  APPROVE(ReportState.APPROVED, "APPROVED", ReportState.SUBMITTED),
  UNAPPROVE(ReportState.SUBMITTED, "UNAPPROVED", ReportState.APPROVED),
  RETRACT(ReportState.OPEN, "RETRACTED", ReportState.SUBMITTED, ReportState.APPROVED),
  REIMBURSE(ReportState.REIMBURSED, "REIMBURSED", ReportState.APPROVED),
  CLOSE(
      ReportState.ARCHIVED,
      "CLOSED",
      ReportState.OPEN,
      ReportState.SUBMITTED,
      ReportState.APPROVED),
  REOPEN(ReportState.OPEN, "REOPENED", ReportState.ARCHIVED);

  private final ReportState next;
  private final String action;
  private final Set<ReportState> from;

  Move(ReportState next, String action, ReportState... from) {
    this.next = next;
    this.action = action;
    this.from = Set.of(from);
  }

  /**
   * @throws NoSuchElementException when there is no such move
   */
  public static Move named(String name) {
    return Arrays.stream(values())
        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("There is no move " + name));
  }

  /**
   * @throws IllegalArgumentException when the report's state does not allow it
   */
  public void of(Report report, String by, Instant at) {
    if (!from.contains(report.state())) {
      throw new IllegalArgumentException(
          "A report in state " + report.state() + " cannot be: " + name().toLowerCase(Locale.ROOT));
    }
    report.enter(next, action, by, at);
  }
}
