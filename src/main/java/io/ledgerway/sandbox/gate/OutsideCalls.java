package io.ledgerway.sandbox.gate;

import io.ledgerway.sandbox.SandboxClock;
import io.ledgerway.sandbox.calls.CallLog;
import io.ledgerway.sandbox.calls.LoggedCall;
import io.ledgerway.sandbox.fault.FaultKind;
import io.ledgerway.sandbox.fault.Faults;
import io.ledgerway.sandbox.http.Answer;
import io.ledgerway.sandbox.http.Delay;
import io.ledgerway.sandbox.http.DropValve;
import io.ledgerway.sandbox.oauth.Gatekeeper;
import io.ledgerway.sandbox.oauth.Tokens;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingRequestWrapper;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Calls that are none of the Accounting API: tokens, revocation, connections. They are logged, and
 * hit by faults that name them ({@code token}, {@code revocation}, {@code connections}); no limit
 * is on them (xero-api.md 3).
 */
@Component
class OutsideCalls extends OncePerRequestFilter {

  private static final int LONGEST_FORM = 64 * 1024;

  private final Faults faults;
  private final Tokens tokens;
  private final CallLog log;
  private final SandboxClock clock;

  OutsideCalls(Faults faults, Tokens tokens, CallLog log, SandboxClock clock) {
    this.faults = faults;
    this.tokens = tokens;
    this.log = log;
    this.clock = clock;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return endpoint(request) == null;
  }

  private static String endpoint(HttpServletRequest request) {
    String path = request.getRequestURI();
    return switch (path.replaceFirst("^/[cC]onnections(/.*)?$", "/connections")) {
      case "/connect/token" -> "token";
      case "/connect/revocation" -> "revocation";
      case "/connections" -> "connections";
      default -> null;
    };
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    final long begun = System.nanoTime();
    final Instant time = clock.instant();
    Faults.Hit hit = faults.decideNamed(endpoint(request), request.getMethod());
    ContentCachingRequestWrapper asked = new ContentCachingRequestWrapper(request, LONGEST_FORM);
    ContentCachingResponseWrapper answered = new ContentCachingResponseWrapper(response);
    answered.setHeader("xero-correlation-id", UUID.randomUUID().toString());
    Answer instead = instead(hit, asked, answered, chain);
    if (instead != null) {
      answered.resetBuffer();
      write(answered, instead);
    }
    Delay.of(hit.delayMillis());
    boolean dropped = hit.is(FaultKind.DROP_ANSWER) || hit.is(FaultKind.DROP_REQUEST);
    log.add(
        logged(asked, answered, hit, dropped, time, begun),
        new CallLog.Exchange(
            HeaderText.of(request),
            asked.getContentAsByteArray(),
            dropped ? "" : HeaderText.of(answered),
            dropped ? new byte[0] : answered.getContentAsByteArray()));
    if (dropped) {
      request.setAttribute(DropValve.DROP, true);
    } else {
      answered.copyBodyToResponse();
    }
  }

  /** What the fault answers instead; null when the true answer stands. */
  private Answer instead(
      Faults.Hit hit, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Answer refused = FaultAnswers.before(hit);
    if (refused != null) {
      return refused;
    }
    if (hit.is(FaultKind.ERROR_500)) {
      return FaultAnswers.internalError();
    }
    if (hit.is(FaultKind.DROP_REQUEST)) {
      return null;
    }
    if (hit.is(FaultKind.EXPIRED_TOKEN)) {
      tokens.expire(Gatekeeper.bearer(request.getHeader("Authorization")));
    }
    chain.doFilter(request, response);
    return hit.is(FaultKind.ERROR_500_AFTER_COMMIT) ? FaultAnswers.internalError() : null;
  }

  private static void write(HttpServletResponse response, Answer answer) throws IOException {
    response.setStatus(answer.status());
    answer.headers().forEach(response::setHeader);
    response.setContentType(answer.contentType());
    response.getOutputStream().write(answer.body());
  }

  private LoggedCall logged(
      HttpServletRequest request,
      HttpServletResponse response,
      Faults.Hit hit,
      boolean dropped,
      Instant time,
      long begun) {
    return new LoggedCall(
        log.next(),
        time,
        request.getMethod(),
        endpoint(request),
        request.getRequestURI(),
        request.getQueryString(),
        dropped ? 0 : response.getStatus(),
        null,
        null,
        null,
        false,
        0,
        (System.nanoTime() - begun) / 1_000_000,
        hit.describe(),
        response.getHeader("xero-correlation-id"));
  }
}
