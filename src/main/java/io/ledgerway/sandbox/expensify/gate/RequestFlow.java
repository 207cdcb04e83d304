package io.ledgerway.sandbox.expensify.gate;

import io.ledgerway.sandbox.expensify.behaviour.Behaviours;
import io.ledgerway.sandbox.expensify.behaviour.FaultKind;
import io.ledgerway.sandbox.expensify.behaviour.FaultOrder;
import io.ledgerway.sandbox.expensify.calls.Limits;
import io.ledgerway.sandbox.expensify.company.Company;
import io.ledgerway.sandbox.expensify.company.Credential;
import io.ledgerway.sandbox.expensify.job.JobError;
import io.ledgerway.sandbox.expensify.job.JobRequest;
import io.ledgerway.sandbox.expensify.job.Jobs;
import io.ledgerway.sandbox.http.Delay;
import org.springframework.stereotype.Component;

/** One rule after the other: fault, limits, credential, job. */
@Component
class RequestFlow {

  private static final long USUAL_DELAY = 1_000;

  private final Company company;
  private final Jobs jobs;
  private final Limits limits;
  private final Behaviours behaviours;
  private final Replies replies;
  private final FaultReplies faultReplies;

  RequestFlow(
      Company company,
      Jobs jobs,
      Limits limits,
      Behaviours behaviours,
      Replies replies,
      FaultReplies faultReplies) {
    this.company = company;
    this.jobs = jobs;
    this.limits = limits;
    this.behaviours = behaviours;
    this.replies = replies;
    this.faultReplies = faultReplies;
  }

  /**
   * @param fault null when nothing hits
   */
  Reply run(Form form, String address, FaultOrder fault) {
    if (fault != null && fault.is(FaultKind.DROP_REQUEST)) {
      return Reply.DROPPED;
    }
    long wait = limits.take(form.credential(), behaviours.now().countRefused());
    if (wait > 0) {
      return replies.tooMany(wait);
    }
    if (fault != null && fault.instead()) {
      return faultReplies.instead(fault);
    }
    Reply reply = work(form, address, fault);
    if (fault == null) {
      return reply;
    }
    if (fault.is(FaultKind.SLOW)) {
      Delay.of(fault.delayMillis() == null ? USUAL_DELAY : fault.delayMillis());
    }
    return faultReplies.after(fault, reply);
  }

  private Reply work(Form form, String address, FaultOrder fault) {
    boolean never = fault != null && fault.is(FaultKind.NEVER_READY);
    try {
      return company.alone(
          () ->
              replies.of(
                  jobs.find(form.description())
                      .run(
                          new JobRequest(
                              form.description(),
                              form.template(),
                              admitted(form),
                              address,
                              never))));
    } catch (JobError e) {
      return replies.error(e.code(), e.getMessage());
    }
  }

  private Credential admitted(Form form) {
    Credential known = company.credentials().get(form.credential());
    if (known == null || !known.partnerUserSecret().equals(form.secret())) {
      throw new JobError(401, "Authentication error");
    }
    return known;
  }
}
