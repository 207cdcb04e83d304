package io.ledgerway.work;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.SynchronizationAdapter;

/**
 * Takes a piece of work for this exchange, or stops the exchange where it cannot be had now.
 * Variable {@code lease} is the proof. It ends with the exchange; when that failed, handled or not,
 * the failure is counted.
 */
class TakeWork implements Processor {

  private final Leases leases;
  private final String kind;
  private final List<String> by;
  private final boolean rests;

  TakeWork(Leases leases, String kind, List<String> by, boolean rests) {
    this.leases = leases;
    this.kind = kind;
    this.by = by;
    this.rests = rests;
  }

  @Override
  public void process(Exchange exchange) {
    String key =
        by.stream()
            .map(name -> exchange.getVariable(name, String.class))
            .collect(Collectors.joining("/"));
    Optional<Lease> lease = leases.take(kind, key);
    if (lease.isEmpty()) {
      exchange.setRouteStop(true);
      return;
    }
    exchange.setVariable(Lease.VARIABLE, lease.get());
    exchange.getExchangeExtension().addOnCompletion(new End(leases, lease.get(), rests));
  }

  private static final class End extends SynchronizationAdapter {
    private final Leases leases;
    private final Lease lease;
    private final boolean rests;

    End(Leases leases, Lease lease, boolean rests) {
      this.leases = leases;
      this.lease = lease;
      this.rests = rests;
    }

    @Override
    public void onDone(Exchange done) {
      boolean failed = done.isFailed() || done.getExchangeExtension().isFailureHandled();
      if (failed && rests) {
        leases.fail(lease, Failure.of(done));
      } else {
        leases.end(lease);
      }
    }

    @Override
    public boolean allowHandover() {
      return false;
    }
  }
}
