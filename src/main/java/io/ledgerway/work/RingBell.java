package io.ledgerway.work;

import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.Ordered;
import org.apache.camel.Processor;
import org.apache.camel.support.SynchronizationAdapter;

/**
 * Says that there may be work. Whoever is woken finds it in the database: so it is rung after that
 * was written, and where the work that this exchange holds is in the way, when that is over.
 */
class RingBell implements Processor {

  private final Bells bells;
  private final String name;
  private final String in;
  private final boolean whenOver;

  /**
   * @param in a variable with the milliseconds until then; null for at once
   * @param whenOver when this exchange has ended, and with it what it holds
   */
  RingBell(Bells bells, String name, String in, boolean whenOver) {
    this.bells = bells;
    this.name = name;
    this.in = in;
    this.whenOver = whenOver;
  }

  @Override
  public void process(Exchange exchange) {
    Duration wait =
        in == null ? Duration.ZERO : Duration.ofMillis(exchange.getVariable(in, Long.class));
    if (whenOver) {
      exchange.getExchangeExtension().addOnCompletion(new Over(wait));
    } else {
      bells.ring(name, wait);
    }
  }

  private final class Over extends SynchronizationAdapter {
    private final Duration wait;

    Over(Duration wait) {
      this.wait = wait;
    }

    @Override
    public void onDone(Exchange done) {
      bells.ring(name, wait);
    }

    /** After the end of the lease. */
    @Override
    public int getOrder() {
      return Ordered.LOWEST;
    }

    @Override
    public boolean allowHandover() {
      return false;
    }
  }
}
