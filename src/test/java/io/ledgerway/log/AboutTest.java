package io.ledgerway.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What a line is about, by the routes that it is written in. */
class AboutTest {

  private final CamelContext camel = new DefaultCamelContext();
  private final List<Map<String, String>> seen = new CopyOnWriteArrayList<>();

  @BeforeEach
  void routes() throws Exception {
    camel.addRoutePolicyFactory(new LogsOfRoutes());
    camel.start();
    add("outer", "direct:inner");
    // Added while it runs, as routes that are edited are.
    add("inner", null);
  }

  @AfterEach
  void stop() {
    camel.stop();
  }

  @Test
  void a_line_is_about_the_innermost_route_and_about_nothing_once_it_is_left() {
    try (var producer = camel.createProducerTemplate()) {
      producer.send("direct:outer", exchange -> exchange.setVariable("company", "acme"));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }

    assertThat(seen)
        .extracting(fields -> fields.get("ledgerway.route"))
        .containsExactly("outer", "inner", "outer");
    assertThat(seen)
        .allSatisfy(each -> assertThat(each).containsEntry("ledgerway.company", "acme"));
    assertThat(seen.get(0)).doesNotContainKey("ledgerway.posting");
    assertThat(seen.get(1)).containsEntry("ledgerway.posting", "p-1");
    assertThat(About.fields()).isEmpty();
  }

  @Test
  void a_route_that_ends_on_another_thread_leaves_nothing_behind() throws Exception {
    About about = About.enter(camel.getEndpoint("direct:outer").createExchange(), "outer");
    Thread other = new Thread(about::leave);
    other.start();
    other.join();

    assertThat(About.fields()).isEmpty();
  }

  @Test
  void what_a_line_says_itself_is_not_said_twice() {
    var exchange = camel.getEndpoint("direct:outer").createExchange();
    exchange.setVariable("company", "acme");
    exchange.setVariable("batch", "b-1");
    About about = About.enter(exchange, "outer");
    try {
      LoggingEvent event =
          new LoggingEvent(
              "test",
              (Logger) LoggerFactory.getLogger("io.ledgerway.x.Y"),
              Level.INFO,
              "event=a company={} route={}",
              null,
              new Object[] {"other", "said"});
      event.setMDCPropertyMap(new HashMap<>(Map.of("its", "own")));

      assertThat(new LoggedEvent(event).getMDCPropertyMap())
          .isEqualTo(Map.of("its", "own", "ledgerway.batch", "b-1"));
    } finally {
      about.leave();
    }
  }

  private void add(String route, String to) throws Exception {
    camel.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            var steps =
                from("direct:" + route)
                    .routeId(route)
                    .process(
                        exchange -> {
                          if (to == null) {
                            exchange.setVariable("posting", "p-1");
                          }
                          seen.add(About.fields());
                        });
            if (to != null) {
              steps.to(to).process(exchange -> seen.add(About.fields()));
            }
          }
        });
  }
}
