package io.ledgerway.xero;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.DefaultProducer;

/** One way to call Xero, as a route names it. */
class XeroEndpoint extends DefaultEndpoint {

  private final XeroCall call;
  private final XeroCalls calls;

  XeroEndpoint(String uri, XeroComponent component, XeroCall call, XeroCalls calls) {
    super(uri, component);
    this.call = call;
    this.calls = calls;
  }

  @Override
  public Producer createProducer() {
    return new DefaultProducer(this) {
      @Override
      public void process(org.apache.camel.Exchange exchange) {
        calls.make(call, exchange);
      }
    };
  }

  @Override
  public Consumer createConsumer(Processor processor) {
    throw new UnsupportedOperationException(
        "Xero is called by 'to: xero:…'; start such a route with a quartz: or direct: endpoint");
  }
}
