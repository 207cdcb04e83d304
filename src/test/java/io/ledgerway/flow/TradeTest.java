package io.ledgerway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.ledgerway.demo.CompanySetUp;
import io.ledgerway.demo.SandboxBooks;
import io.ledgerway.local.EngineApi;
import io.ledgerway.local.EngineProcess;
import io.ledgerway.local.SandboxSwitches;
import io.ledgerway.local.SandboxSwitches.Fault;
import io.ledgerway.local.SandboxSwitches.Organisation;
import io.ledgerway.local.Surroundings;
import io.ledgerway.local.Topic;
import io.ledgerway.local.Trade;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A source whose documents depend on one another and change after posting: clients, invoices to
 * them, receipts for these, purchase orders, purchases.
 */
class TradeTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Engine SHARED = Engine.shared();
  private static final Surroundings AROUND = SHARED.around.with(SHARED.around.kafka());
  private static final SandboxSwitches SWITCHES = SHARED.switches();
  private static int companies;

  @TempDir private static Path folder;
  private static EngineProcess engine;
  private static EngineApi api;

  private String company;
  private Trade trade;
  private Organisation organisation;
  private XeroClient xero;

  @BeforeAll
  static void start() throws IOException {
    for (String general :
        List.of("routes/shared", "routes/xero", "mappings/shared", "mappings/xero")) {
      Trade.copy(Path.of(general), folder.resolve(general));
    }
    Trade.copyTo(folder);
    SHARED.around.kafka().addTopic(Trade.TOPIC, 1);
    SHARED.around.kafka().addTopic(Trade.OUTCOMES, 1);
    engine =
        AROUND
            .engine("engine-trade")
            .jvm("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
            .argument("--ledgerway.routes-dir=" + folder.resolve("routes"))
            .argument("--ledgerway.mappings-dir=" + folder.resolve("mappings"))
            .argument("--ledgerway.settle.first-retry=300ms")
            .argument("--ledgerway.settle.after-error=500ms")
            .argument("--ledgerway.settle.absent-after=1500ms")
            .start();
    api = AROUND.api(engine);
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  @BeforeEach
  void setUp() {
    company = "trade-" + ++companies;
    organisation = SWITCHES.addOrganisation("Books of " + company, "NZ");
    SandboxBooks books =
        SandboxBooks.read(
            AROUND.sandbox().uri(), organisation.clientId(), organisation.clientSecret());
    api.putCompany(company, Map.of("name", company));
    api.connect(company, organisation.clientId(), organisation.clientSecret());
    CompanySetUp.awaitImport(api, company);
    CompanySetUp.importExpenses(api, company, books.employees().get(0));
    trade = new Trade(company);
    trade.choose(api);
    xero = XeroClient.of(AROUND.sandbox().uri(), organisation);
  }

  @Test
  void what_depends_on_another_waits_for_it_and_goes_out_by_itself() {
    send(trade.receipt("r1", 1, "i1", "30.00"));
    send(trade.receipt("r2", 1, "i1", "12.50"));
    awaitSummary(Map.of("HELD", 2L));
    JsonNode held = api.postings(company, "HELD").get(0).at("/problems/0");
    assertThat(held.get("code").asText()).isEqualTo("NOT_POSTED_YET");
    assertThat(held.get("message").asText())
        .isEqualTo("It waits for the invoice invoice:i1, which does not stand in Xero yet.");
    assertThat(held.get("actor").asText()).isEqualTo("NOBODY");
    send(trade.invoice("i1", 1, "c1", "42.50", "AUTHORISED"));
    awaitSummary(Map.of("HELD", 3L));

    send(trade.client("c1", 1, "Ada Ltd"));

    awaitSummary(Map.of("POSTED", 4L));
    JsonNode invoice = only("Invoices");
    assertThat(invoice.get("InvoiceNumber").asText()).isEqualTo("INV-i1");
    assertThat(invoice.get("Status").asText()).isEqualTo("PAID");
    assertThat(invoice.get("AmountDue").decimalValue()).isEqualByComparingTo(BigDecimal.ZERO);
    assertThat(puts("Contacts")).isEqualTo(1);
    assertThat(puts("Invoices")).isEqualTo(1);
    assertThat(puts("Payments")).isEqualTo(1);
    assertThat(posting("client:c1").get("marker").asText()).isEqualTo("c1");
  }

  @Test
  void what_the_connection_may_not_write_is_held_after_one_call_until_it_may() {
    String enough =
        "accounting.invoices accounting.banktransactions accounting.manualjournals"
            + " accounting.contacts accounting.settings.read accounting.attachments";
    SWITCHES.changeApp(organisation.clientId(), Map.of("scopes", List.of(enough.split(" "))));
    api.connect(company, organisation.clientId(), organisation.clientSecret());
    assertThat(api.postFor("/companies/" + company + "/connection/test").toString())
        .contains("Lacking: accounting.payments");
    send(trade.client("c1", 1, "Ada Ltd"));
    send(trade.invoice("i1", 1, "c1", "42.50", "AUTHORISED"));
    send(trade.receipt("r1", 1, "i1", "42.50"));

    awaitHeldFor("receipt:r1", "CONSENT_NEEDED");
    assertThat(puts("Payments")).isEqualTo(1);
    SWITCHES.changeApp(
        organisation.clientId(),
        Map.of("scopes", List.of((enough + " accounting.payments").split(" "))));
    api.connect(company, organisation.clientId(), organisation.clientSecret());
    awaitSummary(Map.of("POSTED", 3L));
  }

  @Test
  void what_changes_after_posting_is_changed_there_although_answers_are_lost() {
    send(trade.client("c1", 1, "Ada Ltd"));
    send(trade.invoice("i1", 1, "c1", "10.00", "DRAFT"));
    send(trade.order("o1", 1, "c1", "70.00"));
    awaitSummary(Map.of("POSTED", 3L));
    String invoice = posting("invoice:i1").get("xeroId").asText();

    lose("500-after-commit", "POST", "Contacts");
    lose("500", "POST", "Invoices");
    lose("drop-answer", "POST", "PurchaseOrders");
    send(trade.client("c1", 2, "Ada & Sons Ltd"));
    send(trade.invoice("i1", 2, "c1", "15.00", "AUTHORISED"));
    send(trade.order("o1", 2, "c1", "75.00"));

    awaitVersions(2);
    assertThat(
            xero.get("Contacts/" + posting("client:c1").get("xeroId").asText())
                .at("/Contacts/0/Name")
                .asText())
        .isEqualTo("Ada & Sons Ltd");
    JsonNode held = only("Invoices");
    assertThat(held.get("InvoiceID").asText()).isEqualTo(invoice);
    assertThat(held.get("Total").decimalValue()).isEqualByComparingTo("15.00");
    assertThat(held.get("Status").asText()).isEqualTo("AUTHORISED");
    assertThat(only("PurchaseOrders").get("Total").decimalValue()).isEqualByComparingTo("75.00");
    assertThat(api.deadLetters()).filteredOn(each -> isOurs(each)).isEmpty();
    assertThat(posting("invoice:i1").get("resource").asText()).isEqualTo("Invoices");
  }

  @Test
  void what_xero_does_not_let_change_is_held_in_its_words_and_stays_as_it_was() {
    send(trade.client("c1", 1, "Ada Ltd"));
    send(trade.invoice("i1", 1, "c1", "10.00", "AUTHORISED"));
    send(trade.receipt("r1", 1, "i1", "10.00"));
    awaitSummary(Map.of("POSTED", 3L));

    send(trade.invoice("i1", 2, "c1", "11.00", "AUTHORISED"));

    awaitHeldFor("invoice:i1", "NOT_CHANGEABLE");
    JsonNode held = posting("invoice:i1");
    assertThat(held.get("xeroId").asText()).isNotEmpty();
    assertThatThrownBy(() -> undo("invoice:i1")).hasMessageContaining("CHANGE_UNDER_WAY");
    assertThat(held.at("/problems/0/message").asText()).isNotEmpty();
    assertThat(only("Invoices").get("Total").decimalValue()).isEqualByComparingTo("10.00");
    // A receipt cannot be changed, nor does its kind say so.
    send(trade.receipt("r1", 2, "i1", "9.00"));
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(api.deadLetters())
                    .filteredOn(each -> isOurs(each))
                    .extracting(each -> each.get("code").asText())
                    .containsExactly("ALREADY_SENT"));
    undo("receipt:r1");
    awaitState("receipt:r1", "UNDONE");
    send(trade.invoice("i1", 3, "c1", "12.00", "AUTHORISED"));
    awaitState("invoice:i1", "POSTED");
    assertThat(only("Invoices").get("Total").decimalValue()).isEqualByComparingTo("12.00");
  }

  @Test
  void a_kind_that_is_replaced_is_undone_and_posted_anew_also_when_it_changes_on_the_way() {
    send(trade.client("c1", 1, "Ada Ltd"));
    awaitSummary(Map.of("POSTED", 1L));
    lose("500-after-commit", "PUT", "Invoices");
    send(trade.purchase("p1", 1, "c1", "20.00"));
    awaitState("purchase:p1", "UNCERTAIN", "POSTED");

    send(trade.purchase("p1", 2, "c1", "25.00"));

    Awaitility.await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(
            () -> {
              assertThat(posting("purchase:p1").get("version").asInt()).isEqualTo(2);
              assertThat(posting("purchase:p1").get("state").asText()).isEqualTo("POSTED");
            });
    Map<String, BigDecimal> bills = new LinkedHashMap<>();
    xero.get("Invoices?page=1&pageSize=100")
        .get("Invoices")
        .forEach(
            bill ->
                bills.merge(
                    bill.get("Status").asText(),
                    bill.get("Total").decimalValue(),
                    BigDecimal::add));
    assertThat(bills.keySet()).containsExactlyInAnyOrder("VOIDED", "AUTHORISED");
    assertThat(bills.get("AUTHORISED")).isEqualByComparingTo("25.00");
    assertThat(api.deadLetters())
        .filteredOn(each -> isOurs(each))
        .allSatisfy(each -> assertThat(each.hasNonNull("enteredAt")).isTrue());
  }

  @Test
  void orders_are_looked_for_one_by_one_and_all_of_it_can_be_undone() {
    send(trade.client("c1", 1, "Ada Ltd"));
    send(trade.invoice("i1", 1, "c1", "10.00", "AUTHORISED"));
    send(trade.receipt("r1", 1, "i1", "4.00"));
    send(trade.receipt("r2", 1, "i1", "6.00"));
    awaitSummary(Map.of("POSTED", 4L));
    lose("500-after-commit", "PUT", "PurchaseOrders");
    send(trade.order("o1", 1, "c1", "1.00"));
    send(trade.order("o2", 1, "c1", "2.00"));
    awaitSummary(Map.of("POSTED", 6L));
    lose("500", "PUT", "PurchaseOrders");
    send(trade.order("o3", 1, "c1", "3.00"));
    awaitSummary(Map.of("POSTED", 7L));
    assertThat(listed("PurchaseOrders")).hasSize(3);

    undo("receipt:r1");
    undo("receipt:r2");
    lose("500-after-commit", "POST", "PurchaseOrders");
    undo("order:o1");
    awaitState("receipt:r1", "UNDONE");
    awaitState("receipt:r2", "UNDONE");
    awaitState("order:o1", "UNDONE");
    undo("invoice:i1");
    awaitState("invoice:i1", "UNDONE");
    undo("client:c1");
    awaitState("client:c1", "UNDONE");

    assertThat(listed("Payments"))
        .extracting(each -> each.get("Status").asText())
        .containsExactly("DELETED", "DELETED");
    assertThat(only("Invoices").get("Status").asText()).isEqualTo("VOIDED");
    assertThat(listed("PurchaseOrders"))
        .extracting(each -> each.get("Status").asText())
        .containsExactlyInAnyOrder("DELETED", "AUTHORISED", "AUTHORISED");
    assertThat(
            xero.get("Contacts/" + posting("client:c1").get("xeroId").asText())
                .at("/Contacts/0/ContactStatus")
                .asText())
        .isEqualTo("ARCHIVED");
    Awaitility.await("that it was undone to be told")
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(told()).contains("receipt:r1 UNDONE", "client:c1 UNDONE"));
    assertThat(told()).noneMatch(each -> each.startsWith("undo:"));
  }

  private List<String> told() {
    List<String> told = new ArrayList<>();
    for (var each : Topic.readAll(SHARED.around.kafka(), Trade.OUTCOMES)) {
      JsonNode outcome = tree(each.value());
      if (outcome.get("company").asText().equals(company)) {
        told.add(outcome.get("id").asText() + " " + outcome.get("outcome").asText());
      }
    }
    return told;
  }

  private void send(String event) {
    try {
      SHARED.expenses.sendNow(new ProducerRecord<>(Trade.TOPIC, company, event));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private void lose(String fault, String method, String resource) {
    SWITCHES.arm(Fault.of(fault).on(method, resource).forTenant(organisation.tenantId()).next(1));
  }

  private void undo(String sourceId) {
    api.post(
        "/companies/" + company + "/postings/" + posting(sourceId).get("id").asText() + "/undo",
        Map.of());
  }

  private JsonNode posting(String sourceId) {
    List<JsonNode> found = api.pages("/companies/" + company + "/postings?sourceId=" + sourceId);
    return found.isEmpty() ? MissingNode.getInstance() : found.get(0);
  }

  private void awaitState(String sourceId, String... states) {
    Awaitility.await(sourceId + " to be " + String.join(" or ", states))
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> assertThat(posting(sourceId).path("state").asText()).isIn((Object[]) states));
  }

  private void awaitHeldFor(String sourceId, String code) {
    Awaitility.await(sourceId + " to be held for " + code)
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> assertThat(posting(sourceId).at("/problems/0/code").asText()).isEqualTo(code));
  }

  private void awaitVersions(int version) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(
            () ->
                assertThat(api.postings(company, "POSTED"))
                    .hasSize(3)
                    .allSatisfy(
                        each -> assertThat(each.get("version").asInt()).isEqualTo(version)));
  }

  private void awaitSummary(Map<String, Long> expected) {
    Awaitility.await(company + " to stand at " + expected)
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(
            () ->
                assertThat(api.summary(company))
                    .as(api.deadLetters() + " " + api.postings(company, "HELD"))
                    .isEqualTo(expected));
  }

  private boolean isOurs(JsonNode letter) {
    return letter.path("company").asText().equals(company);
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private List<JsonNode> listed(String resource) {
    List<JsonNode> all = new ArrayList<>();
    xero.get(resource + "?page=1&pageSize=100").get(resource).forEach(all::add);
    return all;
  }

  private JsonNode only(String resource) {
    assertThat(listed(resource)).hasSize(1);
    return listed(resource).get(0);
  }

  private int puts(String resource) {
    return SWITCHES
        .calls(Map.of("tenantId", organisation.tenantId(), "endpoint", resource, "method", "PUT"))
        .size();
  }
}
