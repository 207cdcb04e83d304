package io.ledgerway.step;

import java.util.Map;
import java.util.TreeSet;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.DefaultProducer;

/**
 * A Camel component whose endpoints are named steps. Registered as a bean, the bean's name is the
 * scheme. Thread-safe when its steps are.
 */
public class StepComponent extends DefaultComponent {

  private final Map<String, Processor> steps;

  public StepComponent(Map<String, Processor> steps) {
    this.steps = Map.copyOf(steps);
  }

  @Override
  protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
    Processor step = steps.get(remaining);
    if (step == null) {
      throw new IllegalArgumentException(
          "Unknown step '"
              + remaining
              + "' in "
              + uri
              + ". Known: "
              + new TreeSet<>(steps.keySet()));
    }
    return new StepEndpoint(uri, this, step);
  }

  private static final class StepEndpoint extends DefaultEndpoint {
    private final Processor step;

    StepEndpoint(String uri, StepComponent component, Processor step) {
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
      throw new UnsupportedOperationException(
          getEndpointUri() + " can be called, not consumed from");
    }
  }
}
