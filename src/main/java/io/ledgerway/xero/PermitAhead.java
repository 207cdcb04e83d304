package io.ledgerway.xero;

import com.github.f4b6a3.uuid.UuidCreator;
import io.ledgerway.instance.EngineInstance;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.SynchronizationAdapter;
import org.springframework.stereotype.Component;

/**
 * Takes the token and the permit for a company's next call before anything is claimed for it, so
 * that nothing is taken up only to be given back for want of a permit. The exchange's next {@code
 * xero:} call uses it; what is left unused is given back when the exchange ends. Thread-safe.
 */
@Component
class PermitAhead implements Processor {

  private static final String VARIABLE = "permitAhead";

  /** Well within the permit's lease, and within the time that a token is surely good for. */
  private static final long FRESH = Duration.ofSeconds(30).toNanos();

  private final XeroAccess access;
  private final Permits permits;
  private final EngineInstance instance;
  private final Clock clock;

  PermitAhead(XeroAccess access, Permits permits, EngineInstance instance, Clock clock) {
    this.access = access;
    this.permits = permits;
    this.instance = instance;
    this.clock = clock;
  }

  @Override
  public void process(Exchange exchange) {
    if (instance.isLeaving()) {
      throw new XeroTooLate(clock.instant());
    }
    Held left = exchange.getVariable(VARIABLE, Held.class);
    if (left != null && left.isFresh()) {
      return;
    }
    giveBack(exchange);
    XeroGrant grant = access.grant(exchange.getVariable("company", String.class));
    UUID call = UuidCreator.getTimeOrderedEpoch();
    permits.acquire(call, grant, Priority.DOCUMENT, null);
    boolean first = left == null && exchange.getProperty(VARIABLE) == null;
    exchange.setVariable(VARIABLE, new Held(call, grant, System.nanoTime()));
    if (first) {
      exchange.setProperty(VARIABLE, true);
      exchange.getExchangeExtension().addOnCompletion(new GiveBack());
    }
  }

  /** What was taken for the next call of this exchange; null when nothing, or too long ago. */
  Held of(Exchange exchange) {
    Held held = exchange.getVariable(VARIABLE, Held.class);
    return held != null && held.isFresh() ? held : null;
  }

  /** The call is made under it, and gives it back. */
  void spend(Exchange exchange) {
    exchange.removeVariable(VARIABLE);
  }

  private void giveBack(Exchange exchange) {
    Held held = exchange.getVariable(VARIABLE, Held.class);
    if (held != null) {
      exchange.removeVariable(VARIABLE);
      permits.release(held.call(), held.grant(), false, Remaining.UNTOLD, null);
    }
  }

  /**
   * @param call the id under which the permit was taken, and the call will be made
   */
  record Held(UUID call, XeroGrant grant, long since) {

    private boolean isFresh() {
      return System.nanoTime() - since < FRESH;
    }
  }

  private final class GiveBack extends SynchronizationAdapter {
    @Override
    public void onDone(Exchange done) {
      giveBack(done);
    }

    @Override
    public boolean allowHandover() {
      return false;
    }
  }
}
