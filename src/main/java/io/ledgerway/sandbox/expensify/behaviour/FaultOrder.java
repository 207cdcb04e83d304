package io.ledgerway.sandbox.expensify.behaviour;

/**
 * A fault as it is armed; what is left out is "any" or the usual.
 *
 * @param job such as {@code file}, {@code download}, {@code get/policyList} or {@code get}
 * @param credential a {@code partnerUserID}
 * @param probability 0 to 1
 * @param next for the next n requests
 * @param delayMillis of {@code slow}; a second when left out
 * @param code of {@code error}; 500 when left out
 * @param message of {@code error}
 * @param seed makes the decisions the same in every run
 */
public record FaultOrder(
    FaultKind kind,
    String job,
    String credential,
    Double probability,
    Integer next,
    Long delayMillis,
    Integer code,
    String message,
    Long seed) {

  public boolean instead() {
    return kind.instead();
  }

  public boolean is(FaultKind other) {
    return kind == other;
  }

  boolean fits(String askedJob, String asker) {
    return (job == null || job.equals(askedJob) || askedJob.startsWith(job + "/"))
        && (credential == null || credential.equals(asker));
  }
}
