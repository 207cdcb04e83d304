package io.ledgerway.sandbox;

import static io.ledgerway.sandbox.Bodies.all;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SandboxExtension.class)
class WebhookAndSnapshotTest {

  private static final String KEY = "signing-key";

  private final List<JsonNode> received = new CopyOnWriteArrayList<>();
  private volatile boolean broken;
  private HttpServer subscriber;
  private XeroCalls xero;

  @BeforeEach
  void start(XeroCalls calls) throws IOException {
    xero = calls;
    subscriber = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    subscriber.createContext("/", this::receive);
    subscriber.start();
  }

  @AfterEach
  void stop() {
    subscriber.stop(0);
  }

  @Test
  void an_event_is_delivered_signed_after_the_intent_to_receive() {
    assertThat(subscribe().get("state").asText()).isEqualTo("ACTIVE");
    xero.put("Contacts", all("Contacts", Map.of("Name", "Brand New")));
    await().until(() -> received.stream().anyMatch(one -> !one.get("events").isEmpty()));
    JsonNode event = received.get(received.size() - 1).at("/events/0");
    assertThat(event.get("eventCategory").asText()).isEqualTo("CONTACT");
    assertThat(event.get("eventType").asText()).isEqualTo("CREATE");
    assertThat(event.get("eventDateUtc").asText())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}");
  }

  @Test
  void a_subscriber_that_does_not_check_signatures_is_not_activated() {
    subscriber.removeContext("/");
    subscriber.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    assertThat(subscribe().get("state").asText()).isEqualTo("INTENT_TO_RECEIVE");
  }

  @Test
  void a_failed_delivery_is_tried_again_after_fifteen_minutes() {
    subscribe();
    broken = true;
    xero.put("Contacts", all("Contacts", Map.of("Name", "Brand New")));
    await().until(() -> webhook().get("attempts").asInt() == 2);
    broken = false;
    xero.advance("PT15M");
    await().until(() -> webhook().get("delivered").asInt() == 1);
    assertThat(webhook().get("waiting").asInt()).isZero();
  }

  @Test
  void a_snapshot_brings_back_what_stood_there() {
    xero.put("Contacts", all("Contacts", Map.of("Name", "Kept")));
    xero.control("POST", "snapshots/one", null);
    xero.put("Contacts", all("Contacts", Map.of("Name", "Lost")));
    assertThat(xero.control("POST", "snapshots/one/restore", null).status()).isEqualTo(204);
    assertThat(xero.get("Contacts").json().findValuesAsText("Name"))
        .contains("Kept")
        .doesNotContain("Lost");
    assertThat(xero.control("POST", "snapshots/none/restore", null).status()).isEqualTo(404);
  }

  private JsonNode subscribe() {
    String url = "http://localhost:" + subscriber.getAddress().getPort() + "/";
    return xero.control("PUT", "webhooks/sandbox", Map.of("url", url, "key", KEY)).json();
  }

  private JsonNode webhook() {
    return xero.control("GET", "webhooks", null).at("/0");
  }

  private void receive(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    boolean right = sign(body).equals(exchange.getRequestHeaders().getFirst("x-xero-signature"));
    if (right && !broken) {
      received.add(XeroCalls.JSON.readTree(body));
    }
    exchange.sendResponseHeaders(broken ? 500 : right ? 200 : 401, -1);
    exchange.close();
  }

  private static String sign(byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
