package io.ledgerway.routemap;

import java.time.Clock;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.spi.WrapAwareProcessor;
import org.apache.camel.support.processor.DelegateAsyncProcessor;

/** A step that is counted. It stands within the error handler: each attempt is seen as it ended. */
final class CountedStep extends DelegateAsyncProcessor implements WrapAwareProcessor {

  private final Processor step;
  private final String route;
  private final StepCount count;
  private final Clock clock;

  CountedStep(Processor step, String route, StepCount count, Clock clock) {
    super(step);
    this.step = step;
    this.route = route;
    this.count = count;
    this.clock = clock;
  }

  @Override
  public boolean process(Exchange exchange, AsyncCallback callback) {
    count.begin();
    long began = System.nanoTime();
    try {
      return super.process(
          exchange,
          doneSync -> {
            end(began, exchange.getException());
            callback.done(doneSync);
          });
    } catch (RuntimeException | Error e) {
      end(began, e);
      throw e;
    }
  }

  private void end(long began, Throwable failure) {
    count.end(System.nanoTime() - began);
    if (failure != null && CountedFailure.isNew(failure, route)) {
      count.fail(failure, clock);
    }
  }

  @Override
  public Processor getWrapped() {
    return step;
  }
}
