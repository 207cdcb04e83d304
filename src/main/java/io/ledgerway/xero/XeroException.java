package io.ledgerway.xero;

import io.ledgerway.problem.LedgerwayException;

/** A call to Xero did not end with a 2xx. Each class says what can be done about it. */
public abstract class XeroException extends LedgerwayException {

  private final int status;
  private final String correlationId;

  protected XeroException(
      String code, String message, String hint, int status, String correlationId, Throwable cause) {
    super(code, message, hint, cause);
    this.status = status;
    this.correlationId = correlationId;
    if (status > 0) {
      with("status", status);
    }
    with("correlationId", correlationId);
  }

  /** Xero's HTTP status; 0 when there was no answer. */
  public int status() {
    return status;
  }

  /** Xero's id of the call, which its support asks for; may be null. */
  public String correlationId() {
    return correlationId;
  }

  /** Whether Xero may have done what was asked, wholly or in part. */
  public boolean maybeExecuted() {
    return false;
  }
}
