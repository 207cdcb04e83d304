package io.ledgerway.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerway.mapping.MappingFolder;
import io.ledgerway.work.Lease;
import io.ledgerway.work.Leases;
import io.ledgerway.work.TestLeases;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.component.sql.SqlComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A change that is made in Xero while a sync reads is found by that sync or the next. */
class InterleavedWritersTest {

  private static ReferenceStore store;

  @BeforeAll
  static void open() {
    store = new ReferenceStore();
  }

  @AfterAll
  static void close() throws Exception {
    store.close();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void no_change_is_missed_whenever_it_is_made(long seed) throws Exception {
    String company = "company-" + UUID.randomUUID();
    store.companies.setUp(company, "Acme Ltd");
    Leases leases = TestLeases.over(store.source);
    ContactsInMotion xero = new ContactsInMotion(seed);
    try (DefaultCamelContext camel = new DefaultCamelContext()) {
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
      camel.start();
      for (int run = 0; run < 4; run++) {
        sync(camel, company, leases);
      }
      xero.rest();
      sync(camel, company, leases);
    }
    assertThat(names(company)).isEqualTo(xero.names);
  }

  private static void sync(DefaultCamelContext camel, String company, Leases leases)
      throws Exception {
    Lease lease = leases.take("import", company).orElseThrow();
    Exchange done =
        camel
            .createProducerTemplate()
            .request(
                "direct:import-contacts",
                exchange -> {
                  exchange.setVariable("company", company);
                  exchange.setVariable(Lease.VARIABLE, lease);
                });
    leases.end(lease);
    if (done.getException() != null) {
      throw done.getException();
    }
  }

  private static Map<String, String> names(String company) {
    Map<String, String> names = new TreeMap<>();
    store.jdbc.query(
        "select id, name from reference_record where company = :company and kind = 'contact'",
        Map.of("company", company),
        row -> {
          names.put(row.getString("id"), row.getString("name"));
        });
    return names;
  }
}
