package io.ledgerway.posting;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.SynchronizationAdapter;

/**
 * Keeps two exchanges of this process from doing the same work at once, so that a tick does not
 * pile up turns behind a slow tenant. Between processes the rows' own locks do that. Variable
 * {@code turn} names the work; when somebody has that turn already, the exchange stops here. The
 * turn ends with the exchange, however that ends.
 */
class Turns implements Processor {

  private final Set<String> taken = ConcurrentHashMap.newKeySet();

  @Override
  public void process(Exchange exchange) {
    String turn = exchange.getVariable("turn", String.class);
    if (!taken.add(turn)) {
      exchange.setRouteStop(true);
      return;
    }
    exchange
        .getExchangeExtension()
        .addOnCompletion(
            new SynchronizationAdapter() {
              @Override
              public void onDone(Exchange done) {
                taken.remove(turn);
              }

              @Override
              public boolean allowHandover() {
                return false;
              }
            });
  }
}
