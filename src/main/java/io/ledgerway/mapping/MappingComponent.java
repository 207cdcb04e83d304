package io.ledgerway.mapping;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.springframework.stereotype.Component;

/**
 * {@code to: mapping:source/kind} replaces the message body by what the mapping file makes of it. A
 * missing or broken file is an error when the route is created.
 */
@Component("mapping-component")
class MappingComponent extends DefaultComponent {

  private final Mappings mappings;

  MappingComponent(Mappings mappings) {
    this.mappings = mappings;
  }

  @Override
  protected Endpoint createEndpoint(String uri, String name, Map<String, Object> parameters) {
    mappings.require(name);
    return new MappingEndpoint(uri, this, mappings, name);
  }
}
