package io.ledgerway.sandbox.expensify.job;

/** A job that ends here, with the code and text of the answer: sources.md 1.5. */
public final class JobError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int code;

  public JobError(int code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  public int code() {
    return code;
  }

  static JobError missing(String parameter) {
    return new JobError(410, "Required parameter '" + parameter + "' is missing");
  }

  static JobError malformed(String argument) {
    return new JobError(410, "Argument '" + argument + "' is missing or malformed");
  }
}
