package io.ledgerway.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerway.mapping.MappingFolder;
import io.ledgerway.step.StepComponent;
import io.ledgerway.work.Leases;
import io.ledgerway.work.TestLeases;
import io.ledgerway.xero.XeroMustWait.Limit;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.sql.SqlComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The import routes as they are, over a real database, with an organisation held in memory. */
class ImportRoutesTest {

  private static ReferenceStore store;
  private final OrganisationInMemory xero = new OrganisationInMemory();
  private CamelContext camel;
  private String company;

  @BeforeAll
  static void open() {
    store = new ReferenceStore();
  }

  @AfterAll
  static void close() throws Exception {
    store.close();
  }

  @BeforeEach
  void start() throws Exception {
    company = "company-" + UUID.randomUUID();
    store.companies.setUp(company, "Acme Ltd");
    store.jdbc.update(
        "insert into import_run (company, requested_at) values (:company, now())",
        Map.of("company", company));
    camel = new DefaultCamelContext();
    camel.getPropertiesComponent().addInitialProperty("ledgerway.import.again-after", "1");
    camel.getPropertiesComponent().addInitialProperty("ledgerway.import.wait", "1");
    camel.addComponent("posting", new StepComponent(Map.of("take-time", this::takeTime)));
    Leases leases = TestLeases.over(store.source);
    camel.addComponent("work", TestLeases.component(leases));
    camel.addComponent("xero", xero);
    camel.addComponent("mapping", MappingFolder.component(Path.of("mappings"), store.books));
    camel.addComponent(
        "reference",
        new ReferenceConfiguration()
            .reference(store.imports, store.organisation, store.schedule, leases, store));
    SqlComponent sql = new SqlComponent();
    sql.setDataSource(store.source);
    camel.addComponent("sql", sql);
    for (String file :
        List.of(
            "routes/shared/error-handling.camel.yaml",
            "routes/xero/import-reference-data.camel.yaml")) {
      PluginHelper.getRoutesLoader(camel)
          .loadRoutes(ResourceHelper.resolveResource(camel, "file:" + file));
    }
    camel.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:turn")
                .routeConfigurationId("import-turn")
                .to("work:take?kind=import&by=company")
                .process(exchange -> begin())
                .to("direct:import-reference-data");
          }
        });
    camel.start();
  }

  @AfterEach
  void stop() {
    camel.stop();
  }

  @Test
  void a_first_import_fills_the_books_in_one_call_per_resource() {
    run();

    Books books = store.books.latest(company);
    assertThat(books.organisation().orElseThrow().baseCurrency()).isEqualTo("NZD");
    assertThat(books.accountByCode("493")).isPresent();
    assertThat(books.taxRate("INPUT2").orElseThrow().accountClasses()).contains("EXPENSE");
    assertThat(books.trackingOption("opt-north").orElseThrow().categoryName()).isEqualTo("Region");
    assertThat(books.contactsByEmail("0@acme.example")).hasSize(1);
    assertThat(books.hasCurrency("NZD")).isTrue();
    assertThat(xero.calls)
        .containsExactly(
            "Organisation",
            "Currencies",
            "TaxRates",
            "TrackingCategories includeArchived=true",
            "Accounts",
            "Contacts includeArchived=true pageSize=1000 page=1 order=ContactID");
  }

  @Test
  void a_second_import_asks_only_for_what_changed_less_an_overlap_and_writes_nothing() {
    run();
    long version = store.books.latest(company).version();
    xero.calls.clear();
    run();

    assertThat(xero.calls).hasSize(6);
    assertThat(xero.calls.get(4)).as("all of them: a deleted one shows").isEqualTo("Accounts");
    assertThat(xero.calls.get(5)).contains("Contacts").endsWith("since=2022-08-02T20:23:16");
    assertThat(store.books.latest(company).version()).isEqualTo(version);
    assertThat(store.books.latest(company).account("a1").orElseThrow().active()).isTrue();
  }

  @Test
  void a_full_import_asks_for_everything_again() {
    run();
    xero.calls.clear();
    run(Map.of("full", true));

    assertThat(xero.calls).noneMatch(call -> call.contains("since"));
  }

  @Test
  void after_a_week_everything_is_read_again() {
    run();
    store.pass(Duration.ofDays(7).toSeconds());
    xero.calls.clear();
    run();

    assertThat(xero.calls).noneMatch(call -> call.contains("since"));
  }

  @Test
  void contacts_are_read_page_by_page_and_stored_at_one_moment() {
    xero.contacts = 2001;
    run();

    assertThat(xero.calls).filteredOn(call -> call.startsWith("Contacts")).hasSize(3);
    assertThat(store.books.latest(company).contactsByEmail("2000@acme.example")).hasSize(1);
    assertThat(store.books.latest(company).version()).isEqualTo(6);
  }

  @Test
  void a_minutes_limit_between_pages_costs_no_page_twice() {
    xero.contacts = 1001;
    xero.mustWait = Limit.MINUTE;
    xero.unanswered = "Contacts";
    xero.timesUnanswered = 3;
    run();

    assertThat(problem()).isNull();
    assertThat(xero.calls).filteredOn("Organisation"::equals).hasSize(1);
    assertThat(xero.calls).filteredOn(call -> call.contains("page=1 ")).hasSize(4);
    assertThat(xero.calls).filteredOn(call -> call.contains("page=2 ")).hasSize(1);
    assertThat(store.books.latest(company).contactsByEmail("1000@acme.example")).hasSize(1);
  }

  @Test
  void a_days_limit_between_pages_ends_the_import() {
    xero.mustWait = Limit.DAY;
    xero.unanswered = "Contacts";
    xero.timesUnanswered = 1;
    run();

    assertThat(problem()).contains("XERO_MUST_WAIT");
  }

  @Test
  void a_read_that_was_not_answered_is_tried_again() {
    xero.unanswered = "TaxRates";
    xero.timesUnanswered = 1;

    run();
    assertThat(problem()).isNull();
    assertThat(xero.calls).filteredOn("TaxRates"::equals).hasSize(2);
    assertThat(store.books.latest(company).taxRate("INPUT2")).isPresent();
  }

  @Test
  void what_a_few_attempts_do_not_cure_fails_in_the_route_that_asked() {
    xero.unanswered = "TaxRates";
    xero.timesUnanswered = 5;

    run();
    assertThat(problem()).contains("XERO_UNCERTAIN");
    assertThat(xero.calls).noneMatch(call -> call.startsWith("Accounts"));
  }

  @Test
  void a_minutes_limit_is_waited_for_and_a_days_limit_is_not() {
    xero.mustWait = Limit.MINUTE;
    xero.unanswered = "Accounts";
    xero.timesUnanswered = 20;
    run();
    assertThat(problem()).isNull();

    xero.mustWait = Limit.DAY;
    xero.timesUnanswered = 1;
    xero.calls.clear();
    run();
    assertThat(problem()).contains("XERO_MUST_WAIT");
    assertThat(xero.calls).filteredOn(call -> call.startsWith("Accounts")).hasSize(1);
  }

  @Test
  void a_run_that_is_tried_again_goes_on_at_the_resource_where_it_stopped() {
    xero.mustWait = Limit.MINUTE;
    xero.unanswered = "Contacts";
    xero.timesUnanswered = 20;
    run();

    assertThat(problem()).isNull();
    for (String once : List.of("Organisation", "TaxRates", "Accounts")) {
      assertThat(xero.calls).filteredOn(call -> call.startsWith(once)).as(once).hasSize(1);
    }
  }

  private void begin() {
    store.pass(1);
    store.jdbc.update(
        "update import_run set started_at = :now, finished_at = null where company = :company",
        Map.of("company", company, "now", java.sql.Timestamp.from(store.instant())));
  }

  private void takeTime(Exchange exchange) {
    exchange.setVariable("now", OffsetDateTime.ofInstant(store.instant(), ZoneOffset.UTC));
  }

  private String problem() {
    return store.jdbc.queryForObject(
        "select problem from import_run where company = :company",
        Map.of("company", company),
        String.class);
  }

  private Exchange run() {
    return run(Map.of());
  }

  private Exchange run(Map<String, Object> variables) {
    return camel
        .createProducerTemplate()
        .request(
            "direct:turn",
            exchange -> {
              exchange.setVariable("company", company);
              variables.forEach(exchange::setVariable);
            });
  }
}
