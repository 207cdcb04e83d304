package io.ledgerway.sandbox;

import static io.ledgerway.sandbox.Bodies.all;
import static io.ledgerway.sandbox.Bodies.bill;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Webhooks: xero-api.md 5. */
@ExtendWith(SandboxExtension.class)
class WebhookRulesTest {

  private static final String KEY = "signing-key";

  private final List<JsonNode> received = new CopyOnWriteArrayList<>();
  private volatile String manner = "right";
  private HttpServer subscriber;
  private XeroCalls xero;
  private String ada;

  @BeforeEach
  void start(XeroCalls calls) throws IOException {
    xero = calls;
    ada = xero.get("Contacts").at("/Contacts/0/ContactID").asText();
    subscriber = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    subscriber.createContext("/", this::receive);
    subscriber.start();
  }

  @AfterEach
  void stop() {
    subscriber.stop(0);
  }

  @Test
  void an_event_has_these_fields_and_stands_in_a_signed_delivery__doc() {
    assertThat(subscribe().get("state").asText()).isEqualTo("ACTIVE");
    String id = contact("Brand New");
    JsonNode delivery = delivery(1);
    assertThat(delivery.fieldNames())
        .toIterable()
        .containsExactly("events", "firstEventSequence", "lastEventSequence", "entropy");
    assertThat(delivery.get("firstEventSequence").asInt()).isEqualTo(1);
    assertThat(delivery.get("lastEventSequence").asInt()).isEqualTo(1);
    JsonNode event = delivery.at("/events/0");
    assertThat(event.fieldNames())
        .toIterable()
        .containsExactly(
            "resourceUrl",
            "resourceId",
            "eventDateUtc",
            "eventType",
            "eventCategory",
            "tenantId",
            "tenantType");
    assertThat(event.get("resourceUrl").asText()).endsWith("/api.xro/2.0/Contacts/" + id);
    assertThat(event.get("resourceId").asText()).isEqualTo(id);
    assertThat(event.get("eventType").asText()).isEqualTo("CREATE");
    assertThat(event.get("eventCategory").asText()).isEqualTo("CONTACT");
    assertThat(event.get("eventDateUtc").asText())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}");
  }

  @Test
  void archiving_a_contact_is_an_update__doc() {
    subscribe();
    xero.post("Contacts/" + ada, all("Contacts", Map.of("ContactStatus", "ARCHIVED")));
    assertThat(delivery(1).at("/events/0/eventType").asText()).isEqualTo("UPDATE");
  }

  @Test
  void bills_and_sales_are_both_invoices_without_their_type__doc() {
    subscribe();
    Map<String, Object> sale = bill(ada, "S-1", "1.00");
    sale.put("Type", "ACCREC");
    xero.put("Invoices", all("Invoices", bill(ada, "B-1", "1.00"), sale));
    await().until(() -> events().size() == 2);
    assertThat(events()).allMatch(event -> event.get("eventCategory").asText().equals("INVOICE"));
    assertThat(events().toString()).doesNotContain("ACCREC", "ACCPAY");
  }

  @Test
  void a_credit_note_tells_its_type_and_status__doc() {
    subscribe();
    Map<String, Object> note = bill(ada, "N", "1.00");
    note.put("Type", "ACCPAYCREDIT");
    xero.put("CreditNotes", all("CreditNotes", note));
    JsonNode event = delivery(1).at("/events/0");
    assertThat(event.get("eventCategory").asText()).isEqualTo("CREDITNOTE");
    assertThat(event.at("/data/Type").asText()).isEqualTo("ACCPAYCREDIT");
    assertThat(event.at("/data/Status").asText()).isEqualTo("AUTHORISED");
  }

  @Test
  void other_records_fire_nothing__doc() {
    subscribe();
    xero.put("BankTransactions", all("BankTransactions", Bodies.spend(ada, "r", "1.00")));
    xero.put("Items", all("Items", Map.of("Code", "I")));
    xero.put("Accounts", all("Accounts", Map.of("Code", "N", "Name", "N", "Type", "EXPENSE")));
    String last = contact("Last");
    assertThat(delivery(1).at("/events/0/resourceId").asText()).isEqualTo(last);
  }

  @Test
  void paying_a_bill_is_an_update_of_the_invoice__unverified() {
    String bill =
        xero.put("Invoices", all("Invoices", bill(ada, "B-1", "1.00")))
            .at("/Invoices/0/InvoiceID")
            .asText();
    subscribe();
    xero.put(
        "Payments",
        all(
            "Payments",
            Map.of(
                "Invoice",
                Map.of("InvoiceID", bill),
                "Account",
                Map.of("Code", "090"),
                "Amount",
                1)));
    assertThat(delivery(1).at("/events/0/resourceId").asText()).isEqualTo(bill);
  }

  @Test
  void only_the_chosen_categories_are_delivered__doc() {
    xero.control(
        "PUT",
        "webhooks/sandbox",
        Map.of("url", url(), "key", KEY, "categories", List.of("INVOICE")));
    contact("Unseen");
    xero.put("Invoices", all("Invoices", bill(ada, "B-1", "1.00")));
    assertThat(delivery(1).at("/events/0/eventCategory").asText()).isEqualTo("INVOICE");
  }

  @Test
  void one_delivery_may_mix_organisations_and_only_connected_ones_count__doc() {
    String other =
        xero.control("POST", "organisations", Map.of("name", "Two", "country", "NZ"))
            .at("/tenantId")
            .asText();
    XeroCalls two = xero.as("two", "two-secret");
    subscribe();
    two.put("Contacts", all("Contacts", Map.of("Name", "Not Connected")));
    new ConsentCalls(xero).with("tenantId", other).code();
    manner = "broken";
    two.put("Contacts", all("Contacts", Map.of("Name", "Connected")));
    contact("Mine");
    await().until(() -> webhook().get("attempts").asInt() >= 2);
    manner = "right";
    xero.advance("PT15M");
    await().until(() -> events().size() == 2);
    assertThat(events().get(0).get("tenantId").asText()).isEqualTo(other);
    assertThat(events().get(1).get("tenantId").asText()).isNotEqualTo(other);
  }

  @ParameterizedTest
  @ValueSource(strings = {"careless", "broken", "cookie", "talkative"})
  void the_intent_to_receive_needs_200_and_401_without_cookies_or_body__doc(String wrong) {
    manner = wrong;
    assertThat(subscribe().get("state").asText()).isEqualTo("INTENT_TO_RECEIVE");
    manner = "right";
    assertThat(subscribe().get("state").asText()).isEqualTo("ACTIVE");
  }

  @Test
  void the_intent_to_receive_has_no_events_and_one_wrong_signature__unverified() {
    subscribe();
    assertThat(received).hasSize(1);
    assertThat(received.get(0).get("events")).isEmpty();
  }

  @Test
  void a_failed_delivery_is_tried_again_at_once_and_then_every_fifteen_minutes__doc() {
    subscribe();
    manner = "broken";
    contact("Brand New");
    await().until(() -> webhook().get("attempts").asInt() == 2);
    xero.advance("PT15M");
    await().until(() -> webhook().get("attempts").asInt() == 3);
    manner = "right";
    xero.advance("PT15M");
    await().until(() -> webhook().get("delivered").asInt() == 1);
    assertThat(webhook().get("waiting").asInt()).isZero();
  }

  @Test
  void after_a_day_of_failures_it_is_disabled_and_replays_in_order_when_enabled_again__doc() {
    subscribe();
    manner = "broken";
    String first = contact("First");
    await().until(() -> webhook().get("attempts").asInt() == 2);
    xero.advance("PT24H");
    await().until(() -> webhook().get("state").asText().equals("DISABLED"));
    String second =
        xero.as("sandbox", "sandbox")
            .put("Contacts", all("Contacts", Map.of("Name", "Second")))
            .at("/Contacts/0/ContactID")
            .asText();
    xero.advance("P30DT1H");
    manner = "right";
    assertThat(subscribe().get("state").asText()).isEqualTo("ACTIVE");
    await().until(() -> !events().isEmpty());
    assertThat(events().stream().map(event -> event.get("resourceId").asText()))
        .as("the first is older than 31 days")
        .containsExactly(second)
        .doesNotContain(first);
  }

  private String contact(String name) {
    return xero.put("Contacts", all("Contacts", Map.of("Name", name)))
        .at("/Contacts/0/ContactID")
        .asText();
  }

  /** The nth delivery after the intent to receive. */
  private JsonNode delivery(int number) {
    await().until(() -> received.size() > number);
    return received.get(number);
  }

  private List<JsonNode> events() {
    List<JsonNode> all = new java.util.ArrayList<>();
    received.forEach(delivery -> delivery.get("events").forEach(all::add));
    return all;
  }

  private String url() {
    return "http://localhost:" + subscriber.getAddress().getPort() + "/";
  }

  private JsonNode subscribe() {
    return xero.control("PUT", "webhooks/sandbox", Map.of("url", url(), "key", KEY)).json();
  }

  private JsonNode webhook() {
    return xero.control("GET", "webhooks", null).at("/0");
  }

  private void receive(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    boolean right = sign(body).equals(exchange.getRequestHeaders().getFirst("x-xero-signature"));
    if (right && manner.equals("right")) {
      received.add(XeroCalls.JSON.readTree(body));
    }
    if (manner.equals("cookie")) {
      exchange.getResponseHeaders().add("Set-Cookie", "a=b");
    }
    boolean taken = right || manner.equals("careless");
    boolean talks = manner.equals("talkative");
    exchange.sendResponseHeaders(manner.equals("broken") ? 500 : taken ? 200 : 401, talks ? 2 : -1);
    if (talks) {
      exchange.getResponseBody().write("ok".getBytes(StandardCharsets.US_ASCII));
    }
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
