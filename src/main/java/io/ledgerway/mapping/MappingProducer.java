package io.ledgerway.mapping;

import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;

/** Runs the mapping over the message body. Headers and variables stay as they are. */
class MappingProducer extends DefaultProducer {

  private final Mappings mappings;
  private final String name;

  MappingProducer(MappingEndpoint endpoint, Mappings mappings, String name) {
    super(endpoint);
    this.mappings = mappings;
    this.name = name;
  }

  @Override
  public void process(Exchange exchange) {
    Mappings tried = exchange.getVariable(Mappings.VARIABLE, Mappings.class);
    // The version that is noted is of what made the document.
    Mappings used = tried != null ? tried : mappings.now();
    exchange.setVariable(Mappings.NAME_VARIABLE, name);
    exchange.setVariable(Mappings.VERSION_VARIABLE, used.version(name));
    exchange
        .getMessage()
        .setBody(
            used.map(
                name,
                exchange.getMessage().getBody(),
                exchange.getVariable("company", String.class),
                exchange.getVariable("marker", String.class),
                exchange.getVariable("documentUrl", String.class),
                exchange.getVariable(Trace.VARIABLE, Trace.class)));
  }
}
