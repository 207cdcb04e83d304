package io.ledgerway.sandbox.expensify.company;

/** Where a report is in its life, as the API names it: sources.md 1.8. */
public enum ReportState {
  OPEN("Open"),
  SUBMITTED("Processing"),
  APPROVED("Approved"),
  REIMBURSED("Reimbursed"),
  ARCHIVED("Closed");

  private final String status;

  ReportState(String status) {
    this.status = status;
  }

  /** What the site calls it. */
  public String status() {
    return status;
  }
}
