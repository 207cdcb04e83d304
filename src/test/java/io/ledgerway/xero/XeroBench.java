package io.ledgerway.xero;

import io.ledgerway.instance.TestInstances;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The component as the engine has it, in a Camel context of its own, against any server. */
final class XeroBench implements AutoCloseable {

  final DefaultCamelContext camel = new DefaultCamelContext();
  final OneToken access = new OneToken();
  final Permits permits;
  final HttpWire wire;
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  XeroBench(Database database, Clock clock, URI server, Map<String, String> settings)
      throws Exception {
    Map<String, String> all = new HashMap<>(settings);
    all.put("xero.api-url", server.toString());
    XeroProperties properties = properties(all);
    var instance = TestInstances.alive(database.jdbc());
    permits = new Permits(database.jdbc(), clock, instance, properties);
    CallLog log = new CallLog(database.jdbc(), clock, instance);
    wire = new HttpWire(new LastMoment(clock, () -> true));
    XeroCalls calls =
        new XeroCalls(
            access,
            new Attempts(permits, log, wire, clock, meters),
            new PermitAhead(access, permits, instance, clock));
    camel.addComponent("xero", new XeroComponent(properties, calls, wire));
    camel.start();
  }

  static XeroProperties properties(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bindOrCreate("xero", XeroProperties.class);
  }

  /** Sends to an endpoint and returns the message that comes back; throws what it throws. */
  Message call(String uri, Object body, Consumer<Message> headers) {
    Exchange exchange = camel.getEndpoint("xero:Organisation").createExchange();
    exchange.setVariable("company", "acme");
    exchange.getMessage().setBody(body);
    headers.accept(exchange.getMessage());
    Exchange after = camel.createFluentProducerTemplate().to(uri).withExchange(exchange).send();
    if (after.getException() instanceof RuntimeException failure) {
      throw failure;
    }
    if (after.getException() != null) {
      throw new IllegalStateException(after.getException());
    }
    return after.getMessage();
  }

  Message get(String uri) {
    return call(uri, null, headers -> {});
  }

  Message put(String uri, Object body) {
    return call(uri, body, headers -> {});
  }

  @Override
  public void close() {
    camel.stop();
  }

  /** Gives token-1, and after each renewal the next. */
  static final class OneToken implements XeroAccess {

    volatile int number = 1;
    volatile int dayLimit = 5000;
    volatile String shutOut;

    @Override
    public XeroGrant grant(String company) {
      return new XeroGrant("tenant-of-" + company, "token-" + number, dayLimit);
    }

    @Override
    public synchronized XeroGrant renewed(String company, XeroGrant refused) {
      number++;
      return grant(company);
    }

    @Override
    public void shutOut(String company, XeroGrant refused, String reason) {
      shutOut = reason;
    }
  }
}
