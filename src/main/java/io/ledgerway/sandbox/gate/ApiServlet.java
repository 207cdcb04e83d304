package io.ledgerway.sandbox.gate;

import io.ledgerway.sandbox.SandboxClock;
import io.ledgerway.sandbox.calls.CallLog;
import io.ledgerway.sandbox.calls.LoggedCall;
import io.ledgerway.sandbox.fault.FaultKind;
import io.ledgerway.sandbox.fault.Faults;
import io.ledgerway.sandbox.http.Answer;
import io.ledgerway.sandbox.http.DropValve;
import io.ledgerway.sandbox.http.Envelope;
import io.ledgerway.sandbox.http.Refusal;
import io.ledgerway.sandbox.oauth.Gatekeeper;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes every call to {@code /api.xro/2.0}, answers it, and writes it into the call log. */
@Component
class ApiServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(ApiServlet.class);
  private static final byte[] NOTHING = new byte[0];

  private final transient CallFlow flow;
  private final transient Router router;
  private final transient Faults faults;
  private final transient Gatekeeper gatekeeper;
  private final transient CallLog log;
  private final transient SandboxClock clock;

  ApiServlet(
      CallFlow flow,
      Router router,
      Faults faults,
      Gatekeeper gatekeeper,
      CallLog log,
      SandboxClock clock) {
    this.flow = flow;
    this.router = router;
    this.faults = faults;
    this.gatekeeper = gatekeeper;
    this.log = log;
    this.clock = clock;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    long begun = System.nanoTime();
    Instant time = clock.instant();
    Trace trace = new Trace();
    Incoming incoming = null;
    Answer answer;
    Faults.Hit hit = null;
    try {
      incoming = Incoming.read(request);
      trace.endpoint = router.label(incoming.segments());
      trace.tenantId =
          gatekeeper.guess(incoming.header("Authorization"), incoming.header("Xero-tenant-id"));
      hit = faults.decide(trace.tenantId, trace.endpoint, incoming.method());
      answer = hit.is(FaultKind.DROP_REQUEST) ? null : flow.run(incoming, hit, trace);
      answer = hit.is(FaultKind.DROP_ANSWER) ? null : answer;
    } catch (Refusal refusal) {
      answer = refusal.answer();
    } catch (RuntimeException e) {
      LOG.error(
          "A call failed in the sandbox itself: {} {}", request.getMethod(), trace.endpoint, e);
      answer = FaultAnswers.internalError();
    }
    String correlation = correlation(answer);
    if (answer == null) {
      request.setAttribute(DropValve.DROP, true);
    } else {
      write(request, response, answer, correlation, trace);
    }
    log.add(
        logged(request, trace, hit, answer, time, begun, correlation),
        new CallLog.Exchange(
            HeaderText.of(request),
            incoming == null ? NOTHING : incoming.body(),
            answer == null ? "" : HeaderText.of(response),
            answer == null ? NOTHING : answer.body()));
  }

  private static void write(
      HttpServletRequest request,
      HttpServletResponse response,
      Answer answer,
      String correlation,
      Trace trace)
      throws IOException {
    Answer shown = Xml.isWanted(request.getHeader("Accept")) ? Xml.of(answer) : answer;
    response.setStatus(shown.status());
    response.setHeader(Envelope.CORRELATION, correlation);
    trace.limits.forEach(response::setHeader);
    shown.headers().forEach(response::setHeader);
    if (shown.contentType() != null) {
      response.setContentType(shown.contentType());
    }
    response.setContentLength(shown.body().length);
    response.getOutputStream().write(shown.body());
  }

  /** That of the envelope, where there is one (xero-api.md 7.2, 21). */
  private static String correlation(Answer answer) {
    String own = answer == null ? null : answer.headers().get(Envelope.CORRELATION);
    return own == null ? UUID.randomUUID().toString() : own;
  }

  private LoggedCall logged(
      HttpServletRequest request,
      Trace trace,
      Faults.Hit hit,
      Answer answer,
      Instant time,
      long begun,
      String correlation) {
    return new LoggedCall(
        log.next(),
        time,
        request.getMethod(),
        trace.endpoint,
        request.getRequestURI(),
        request.getQueryString(),
        answer == null ? 0 : answer.status(),
        trace.tenantId,
        trace.clientId,
        request.getHeader("Idempotency-Key"),
        trace.replayed,
        trace.elements,
        (System.nanoTime() - begun) / 1_000_000,
        hit == null ? null : hit.describe(),
        correlation);
  }
}
