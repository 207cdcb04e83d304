package io.ledgerway.xero;

import com.github.f4b6a3.uuid.UuidCreator;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Permit, evidence, request, evidence, permit back: for every attempt anew. Thread-safe. */
@Component
class Attempts {

  private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

  private final Permits permits;
  private final CallLog log;
  private final HttpWire wire;
  private final Clock clock;
  private final MeterRegistry meters;

  Attempts(Permits permits, CallLog log, HttpWire wire, Clock clock, MeterRegistry meters) {
    this.permits = permits;
    this.log = log;
    this.wire = wire;
    this.clock = clock;
    this.meters = meters;
  }

  Attempt make(XeroRequest request, XeroGrant grant) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    acquire(id, request, grant);
    return make(id, request, grant);
  }

  /** Under the id that a permit was taken for. */
  Attempt make(UUID id, XeroRequest request, XeroGrant grant) {
    try {
      log.begin(id, grant, request);
    } catch (RuntimeException e) {
      quietly(() -> permits.release(id, grant, false, Remaining.UNTOLD, null));
      throw new XeroNotSent(e);
    }
    Timer.Sample time = Timer.start(meters);
    Sent sent = wire.send(request, grant);
    Attempt attempt = judge(id, request, sent);
    measure(time, request, attempt);
    close(attempt, grant, sent);
    return attempt;
  }

  private void acquire(UUID id, XeroRequest request, XeroGrant grant) {
    try {
      permits.acquire(id, grant, request.priority(), request.sendBefore());
    } catch (XeroException known) {
      throw known;
    } catch (RuntimeException e) {
      throw new XeroNotSent(e);
    }
  }

  private Attempt judge(UUID id, XeroRequest request, Sent sent) {
    if (sent.answer() == null) {
      return new Attempt(id, null, null, sent.failure());
    }
    XeroException refusal = Verdict.of(sent.answer(), request, clock.instant());
    if (refusal != null) {
      return new Attempt(id, sent.answer(), null, refusal);
    }
    try {
      return new Attempt(id, sent.answer(), sent.answer().json(), null);
    } catch (IOException e) {
      return new Attempt(id, sent.answer(), null, Verdict.unreadable(sent.answer(), request, e));
    }
  }

  private void measure(Timer.Sample time, XeroRequest request, Attempt attempt) {
    time.stop(
        Timer.builder("xero.calls")
            .description("Calls to Xero, from sending to the end of the answer")
            .tag("method", request.method())
            .tag("resource", request.resource())
            .tag("outcome", attempt.failure() == null ? "OK" : attempt.failure().code())
            .register(meters));
  }

  /** What fails here must not cost us the answer: the permit's lease ends by itself. */
  private void close(Attempt attempt, XeroGrant grant, Sent sent) {
    XeroException failure = attempt.failure();
    Answer answer = sent.answer();
    quietly(
        () ->
            log.complete(
                attempt.id(),
                answer == null ? 0 : answer.status(),
                answer == null ? null : answer.correlationId(),
                failure == null ? null : failure.code()));
    quietly(
        () ->
            permits.release(
                attempt.id(),
                grant,
                sent.counted(),
                answer == null ? Remaining.UNTOLD : answer.remaining(),
                answer == null ? null : Waiting.of(answer, clock.instant())));
  }

  private static void quietly(Runnable work) {
    try {
      work.run();
    } catch (DataAccessException e) {
      LOG.warn("event=call_not_closed hint=\"its permit runs out by itself\"", e);
    }
  }
}
