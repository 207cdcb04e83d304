package io.ledgerway.sandbox.expensify.job;

/** One kind of job. Runs while nobody else touches the company. */
public interface Job {

  /** Its type, and the type of its input where that decides: {@code get/policyList}. */
  String name();

  /**
   * @throws JobError when Expensify would refuse
   */
  JobResult run(JobRequest request);
}
