package io.ledgerway.step;

import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.DefaultProducer;

/** A step of a route: what is sent to it is processed, and nothing ever comes from it. */
public final class StepEndpoint extends DefaultEndpoint {

  private final Processor step;

  public StepEndpoint(String uri, Component component, Processor step) {
    super(uri, component);
    this.step = step;
  }

  @Override
  public Producer createProducer() {
    return new DefaultProducer(this) {
      @Override
      public void process(Exchange exchange) throws Exception {
        step.process(exchange);
      }
    };
  }

  @Override
  public Consumer createConsumer(Processor processor) {
    throw new UnsupportedOperationException(getEndpointUri() + " can be called, not consumed from");
  }
}
