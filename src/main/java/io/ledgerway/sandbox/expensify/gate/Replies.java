package io.ledgerway.sandbox.expensify.gate;

import io.ledgerway.sandbox.expensify.behaviour.Behaviour;
import io.ledgerway.sandbox.expensify.behaviour.Behaviours;
import io.ledgerway.sandbox.expensify.job.JobResult;
import io.ledgerway.sandbox.http.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes results and errors as Expensify does: sources.md 1.5. */
@Component
class Replies {

  private static final String TEXT = "text/plain;charset=utf-8";

  private final Behaviours behaviours;

  Replies(Behaviours behaviours) {
    this.behaviours = behaviours;
  }

  Reply of(JobResult result) {
    byte[] body = result.bytes();
    if (body == null) {
      Map<String, Object> envelope = new LinkedHashMap<>(result.envelope());
      code(envelope, result.code());
      body = Json.bytes(envelope);
    }
    // In the log, what went well has no code.
    int code = result.code() == 200 ? 0 : result.code();
    return new Reply(
        200, result.contentType(), body, Map.of(), code, result.reports(), result.fileName());
  }

  Reply error(int code, String message) {
    Behaviour behaviour = behaviours.now();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("responseMessage", message);
    code(body, code);
    boolean real = behaviour.errorsAsHttpStatus() && code >= 400 && code < 600;
    return new Reply(real ? code : 200, TEXT, Json.bytes(body), Map.of(), code, 0, null);
  }

  Reply tooMany(long waitMillis) {
    Reply reply = error(429, "Too many requests. Please try again later");
    return behaviours.now().retryAfter()
        ? reply.with(Map.of("Retry-After", "" + (waitMillis + 999) / 1000))
        : reply;
  }

  private void code(Map<String, Object> body, int code) {
    if (code != 0) {
      body.put("responseCode", behaviours.now().responseCodeAsText() ? "" + code : code);
    }
  }
}
