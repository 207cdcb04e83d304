package io.ledgerway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerway.demo.Sample;
import io.ledgerway.flow.Engine.Company;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A bell is rung for what became due, not for what cannot be done now, and never by itself. */
class BellsTest {

  private static final Engine ENGINE = Engine.shared();
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration WINDOW = Duration.ofSeconds(8);
  private static final Pattern EVERY = Pattern.compile("every=(\\d+)");

  @Test
  void whoever_has_nothing_to_do_or_nothing_that_can_be_done_is_not_woken() {
    Company held = ENGINE.company();
    ENGINE.send(List.of(from(held.expenses(91).cards(1, 1).get(0), "nobody@nowhere.example")));
    Company paused = ENGINE.company();
    ENGINE.switches().exhaust(paused.tenant(), "minute", Duration.ofHours(1));
    ENGINE.send(paused.expenses(92).cards(3, 1));
    ENGINE.api.startImport(paused.id());
    Company letIn = ENGINE.company();
    ENGINE.switches().change(letIn.tenant(), Map.of("disconnected", true));
    ENGINE.send(letIn.expenses(93).cards(3, 1));
    ENGINE.api.startImport(letIn.id());
    Company scheduled = ENGINE.company();
    ENGINE.api.scheduleExports(
        scheduled.id(), Map.of("mode", "MONTHLY", "day", 1, "at", "03:00", "runsAs", "somebody"));
    ENGINE.send(scheduled.expenses(94).cards(3, 1));
    Company receipts = ENGINE.company();
    ENGINE.api.choose(receipts.id(), "perk", Map.of("receipts", "ALL"));
    ENGINE.files.says("/not-given-now", 503);
    ENGINE.send(List.of(withReceipt(receipts.expenses(95).cards(1, 1).get(0), "/not-given-now")));
    ENGINE.expenses.send("who-knows", "{ this is no record");
    ENGINE.expenses.flush();
    ENGINE.awaitSummary(held, Map.of("HELD", 1L));
    ENGINE.awaitSummary(paused, Map.of("READY", 3L));
    ENGINE.awaitSummary(letIn, Map.of("HELD", 3L));
    ENGINE.awaitSummary(scheduled, Map.of("READY", 3L));
    ENGINE.awaitSummary(receipts, Map.of("POSTED", 1L));
    // Its books move, and what is held goes on waiting.
    ENGINE
        .switches()
        .add(held.tenant(), "contacts", Map.of("Name", "New", "EmailAddress", "new@books.example"));
    ENGINE.readAgain(held);

    // What the tests before left comes to its end; what rings itself does not.
    Map<String, Long> woken = wokenTooOften();
    for (int i = 0; i < 8 && !woken.isEmpty(); i++) {
      woken = wokenTooOften();
    }

    assertThat(woken).as("woken within %s, beside its own net", WINDOW).isEmpty();
  }

  /** Three rings in that time may have had a cause of their own. */
  private static Map<String, Long> wokenTooOften() {
    Map<String, Long> before = begun();
    long begin = System.nanoTime();
    Awaitility.await().pollDelay(WINDOW).atMost(WINDOW.multipliedBy(10)).until(() -> true);
    Map<String, Long> woken = new TreeMap<>();
    begun()
        .forEach(
            (route, count) -> {
              long byItself = (System.nanoTime() - begin) / 1_000_000 / every(route) + 1;
              long rung = count - before.get(route) - byItself;
              if (rung > 3) {
                woken.put(route, rung);
              }
            });
    return woken;
  }

  /** How often each route that hears a bell has begun. */
  private static Map<String, Long> begun() {
    Map<String, Long> counts = new TreeMap<>();
    for (Route route : ENGINE.context.getBean(CamelContext.class).getRoutes()) {
      if (route.getEndpoint().getEndpointUri().startsWith("work:")) {
        counts.put(route.getRouteId(), begun(route.getRouteId()));
      }
    }
    assertThat(counts).hasSizeGreaterThan(10);
    return counts;
  }

  private static long begun(String route) {
    return (long)
        ENGINE
            .context
            .getBean(MeterRegistry.class)
            .find("camel.exchanges.total")
            .tag("routeId", route)
            .counters()
            .stream()
            .mapToDouble(Counter::count)
            .sum();
  }

  private static long every(String route) {
    Matcher every =
        EVERY.matcher(
            ENGINE
                .context
                .getBean(CamelContext.class)
                .getRoute(route)
                .getEndpoint()
                .getEndpointUri());
    assertThat(every.find()).as(route).isTrue();
    return Long.parseLong(every.group(1));
  }

  private static Sample from(Sample sample, String email) {
    ObjectNode event = read(sample);
    event.putObject("employee").put("email", email);
    return with(sample, event);
  }

  private static Sample withReceipt(Sample sample, String path) {
    ObjectNode event = read(sample);
    event
        .putArray("documents")
        .addObject()
        .put("id", "r")
        .put("kind", "receipt")
        .put("fileName", "a.pdf")
        .put("url", ENGINE.files.url(path));
    return with(sample, event);
  }

  private static Sample with(Sample sample, ObjectNode event) {
    return new Sample(sample.id(), sample.key(), event.toString(), sample.fate(), sample.why());
  }

  private static ObjectNode read(Sample sample) {
    try {
      return (ObjectNode) JSON.readTree(sample.value());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
