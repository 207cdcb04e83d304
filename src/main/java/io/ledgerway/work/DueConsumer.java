package io.ledgerway.work;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;

/** Begins a route when its bell is rung, and at the latest after a while; never twice at once. */
class DueConsumer extends DefaultConsumer {

  private final Bells bells;
  private final String name;
  private final Duration every;
  private Bell bell;
  private ExecutorService thread;

  DueConsumer(Endpoint endpoint, Processor route, Bells bells, String name, Duration every) {
    super(endpoint, route);
    this.bells = bells;
    this.name = name;
    this.every = every;
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    bell = bells.hear(name);
    thread =
        getEndpoint()
            .getCamelContext()
            .getExecutorServiceManager()
            .newSingleThreadExecutor(this, "due-" + name);
    // The routes that its work goes to stand by then.
    getEndpoint()
        .getCamelContext()
        .addStartupListener((context, alreadyStarted) -> thread.execute(this::look));
  }

  /** What is under way ends first. */
  @Override
  protected void doStop() throws Exception {
    if (bell != null) { // else its route was never started
      bells.unhear(name, bell);
      bell.ring(Duration.ZERO);
      getEndpoint().getCamelContext().getExecutorServiceManager().shutdownGraceful(thread);
    }
    super.doStop();
  }

  private void look() {
    try {
      while (isRunAllowed()) {
        begin();
        bell.await(every);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void begin() {
    Exchange exchange = createExchange(false);
    try {
      getProcessor().process(exchange);
    } catch (Exception e) {
      exchange.setException(e);
    } finally {
      if (exchange.getException() != null) {
        getExceptionHandler()
            .handleException(
                "What is due could not be looked for", exchange, exchange.getException());
      }
      releaseExchange(exchange, false);
    }
  }
}
