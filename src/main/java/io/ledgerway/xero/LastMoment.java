package io.ledgerway.xero;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;

/**
 * Stands between the open connection and the first byte of a request: the last place where a
 * request can be held back (the time for it has passed, or this engine may be dead to the others),
 * and the proof that one was not sent. camel-http sends on the caller's thread, which carries what
 * is to be known of the call. Thread-safe.
 */
class LastMoment implements ExecChainHandler {

  private final ThreadLocal<Call> current = new ThreadLocal<>();
  private final Clock clock;
  private final BooleanSupplier maySend;

  LastMoment(Clock clock, BooleanSupplier maySend) {
    this.clock = clock;
    this.maySend = maySend;
  }

  void begin(Instant sendBefore) {
    current.set(new Call(sendBefore));
  }

  void end() {
    current.remove();
  }

  /** Whether the request of this thread was about to be written. */
  boolean reached() {
    return current.get().reached;
  }

  @Override
  public ClassicHttpResponse execute(
      ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
      throws IOException, HttpException {
    Call call = current.get();
    if (call.sendBefore != null && !clock.instant().isBefore(call.sendBefore)) {
      throw new XeroTooLate(call.sendBefore);
    }
    if (!maySend.getAsBoolean()) {
      throw new XeroTooLate(clock.instant());
    }
    call.reached = true;
    return chain.proceed(request, scope);
  }

  private static final class Call {
    private final Instant sendBefore;
    private boolean reached;

    Call(Instant sendBefore) {
      this.sendBefore = sendBefore;
    }
  }
}
