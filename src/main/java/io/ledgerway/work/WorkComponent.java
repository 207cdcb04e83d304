package io.ledgerway.work;

import java.util.List;
import java.util.Map;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.DefaultProducer;
import org.springframework.stereotype.Component;

/**
 * {@code work:take?kind=import&by=company}: this exchange does that piece of work, or stops here.
 * With {@code rests=false} a failure is not counted: the work's own rows say when it is due again.
 *
 * @see TakeWork
 */
@Component("work")
class WorkComponent extends DefaultComponent {

  private final Leases leases;

  WorkComponent(Leases leases) {
    this.leases = leases;
  }

  @Override
  protected Endpoint createEndpoint(String uri, String step, Map<String, Object> parameters) {
    String kind = (String) parameters.remove("kind");
    String by = (String) parameters.remove("by");
    boolean rests = !"false".equals(parameters.remove("rests"));
    if (!step.equals("take") || kind == null || by == null) {
      throw new IllegalArgumentException(
          "Write work:take?kind=<kind of work>&by=<variables that name the piece>, not " + uri);
    }
    Processor take = new TakeWork(leases, kind, List.of(by.split(",")), rests);
    return new DefaultEndpoint(uri, this) {
      @Override
      public Producer createProducer() {
        return new DefaultProducer(this) {
          @Override
          public void process(Exchange exchange) throws Exception {
            take.process(exchange);
          }
        };
      }

      @Override
      public Consumer createConsumer(Processor processor) {
        throw new UnsupportedOperationException(
            getEndpointUri() + " can be called, not consumed from");
      }
    };
  }
}
