package io.ledgerway.setup;

/** How far a company is. Only an active one imports and exports. */
public enum CompanyState {
  NOT_ENABLED(
      "The company is not connected to Xero.", "Connect the company to its Xero organisation."),
  SETUP_INCOMPLETE(
      "The company's set-up is not complete.", "Choose what to import, and complete it."),
  ACTIVE(null, null),
  /** Xero no longer lets us in. */
  EXPIRED(
      "Your Xero connection has expired. Please reconnect from Settings.",
      "Connect the company to its Xero organisation again."),
  /** Switched off here; what was chosen is kept. */
  DISABLED("The connection is disabled.", "Connect the company again.");

  private final String reason;
  private final String action;

  CompanyState(String reason, String action) {
    this.reason = reason;
    this.action = action;
  }

  /** Why nothing is imported or exported; null when it is. */
  public String reason() {
    return reason;
  }

  /** What to do about it; null when there is nothing to do. */
  public String action() {
    return action;
  }
}
