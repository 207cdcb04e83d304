package io.ledgerway.sandbox.gate;

import io.ledgerway.sandbox.fault.FaultKind;
import io.ledgerway.sandbox.fault.Faults;
import io.ledgerway.sandbox.http.Answer;
import io.ledgerway.sandbox.http.Call;
import io.ledgerway.sandbox.http.Delay;
import io.ledgerway.sandbox.http.Refusal;
import io.ledgerway.sandbox.idempotency.IdempotencyKeys;
import io.ledgerway.sandbox.limit.Breach;
import io.ledgerway.sandbox.limit.RateLimits;
import io.ledgerway.sandbox.oauth.Gatekeeper;
import io.ledgerway.sandbox.oauth.Gatekeeper.Admission;
import io.ledgerway.sandbox.oauth.Tokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** One call after the other's rule: token, organisation, scope, limits, idempotency, endpoint. */
@Component
class CallFlow {

  private final Gatekeeper gatekeeper;
  private final Tokens tokens;
  private final RateLimits limits;
  private final IdempotencyKeys keys;
  private final Router router;

  CallFlow(
      Gatekeeper gatekeeper,
      Tokens tokens,
      RateLimits limits,
      IdempotencyKeys keys,
      Router router) {
    this.gatekeeper = gatekeeper;
    this.tokens = tokens;
    this.limits = limits;
    this.keys = keys;
    this.router = router;
  }

  Answer run(Incoming incoming, Faults.Hit hit, Trace trace) {
    if (hit.is(FaultKind.EXPIRED_TOKEN)) {
      tokens.expire(Gatekeeper.bearer(incoming.header("Authorization")));
    }
    Router.Target target = router.find(incoming.segments());
    Admission who =
        gatekeeper.admit(
            incoming.header("Authorization"),
            incoming.header("Xero-tenant-id"),
            target.scope(),
            incoming.isRead());
    UUID tenantId = who.organisation().tenantId();
    trace.tenantId = tenantId;
    trace.clientId = who.app().clientId();
    Breach breach = limits.begin(trace.clientId, tenantId);
    trace.limits = limits.headers(trace.clientId, tenantId);
    if (breach != null) {
      return breach.answer();
    }
    try {
      Answer answer = counted(incoming, hit, trace, target, who);
      // A slow call is a call in progress: it counts against the concurrent ones.
      Delay.of(hit.delayMillis());
      return answer;
    } finally {
      limits.end(trace.clientId, tenantId);
    }
  }

  private Answer counted(
      Incoming incoming, Faults.Hit hit, Trace trace, Router.Target target, Admission who) {
    Answer refused = FaultAnswers.before(hit);
    if (refused != null) {
      return refused;
    }
    if (who.organisation().offline()) {
      return FaultAnswers.unavailable(FaultAnswers.OFFLINE, 1);
    }
    String key = incoming.header("Idempotency-Key");
    if (key == null || key.isEmpty() || incoming.isRead() || incoming.method().equals("DELETE")) {
      return execute(incoming, hit, trace, target, who);
    }
    IdempotencyKeys.Result result =
        keys.run(
            trace.clientId,
            key,
            incoming.method(),
            incoming.url(),
            incoming.body(),
            () -> execute(incoming, hit, trace, target, who));
    trace.replayed = result.replayed();
    trace.elements = result.answer().elements();
    return result.answer();
  }

  private Answer execute(
      Incoming incoming, Faults.Hit hit, Trace trace, Router.Target target, Admission who) {
    if (hit.is(FaultKind.ERROR_500)) {
      return FaultAnswers.internalError();
    }
    Answer answer;
    try {
      answer = target.handle(call(incoming, hit, who));
    } catch (Refusal refusal) {
      answer = refusal.answer();
    }
    trace.elements = answer.elements();
    return hit.is(FaultKind.ERROR_500_AFTER_COMMIT) ? FaultAnswers.internalError() : answer;
  }

  private static Call call(Incoming incoming, Faults.Hit hit, Admission who) {
    List<String> segments = incoming.segments();
    return new Call(
        who.organisation(),
        who.app().clientId(),
        who.app().name(),
        incoming.method(),
        segments.subList(1, segments.size()),
        hit.whereIgnored() ? withoutWhere(incoming.query()) : incoming.query(),
        incoming.header("If-Modified-Since"),
        incoming.header("Accept"),
        incoming.header("Content-Type"),
        incoming.body(),
        hit.corrupt(),
        hit.shuffle(),
        hit.lagMillis());
  }

  private static Map<String, String> withoutWhere(Map<String, String> query) {
    Map<String, String> rest = new HashMap<>(query);
    rest.remove("where");
    return rest;
  }
}
