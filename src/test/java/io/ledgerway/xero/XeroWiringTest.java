package io.ledgerway.xero;

import static io.ledgerway.xero.RoughServer.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerway.connection.Connection;
import io.ledgerway.connection.Connections;
import io.ledgerway.instance.EngineInstance;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The beans as Spring puts them together, under a route as an engineer writes it. */
class XeroWiringTest {

  private final RoughServer xero = new RoughServer();
  private TestEngine engine;

  @BeforeEach
  void start() {
    engine = new TestEngine(xero.uri());
  }

  @AfterEach
  void stop() {
    engine.close();
    xero.close();
  }

  @Test
  void a_connected_company_reads_its_accounts_through_a_route() {
    connect();
    xero.then(answer(200, "{\"Accounts\":[]}"));

    Object answer =
        engine.bean(ProducerTemplate.class).requestBody("direct:read-accounts", (Object) null);

    assertThat(answer).isEqualTo(Map.of("Accounts", java.util.List.of()));
    RoughServer.Received request = xero.received().get(2);
    assertThat(request.target())
        .isEqualTo("/api.xro/2.0/Accounts?includeArchived=true&pageSize=100");
    assertThat(request.headers()).containsEntry("Xero-tenant-id", "t-1");
  }

  @Test
  void a_connection_that_xero_ends_is_found_expired() {
    connect();
    xero.then(answer(403, "{\"Detail\":\"AuthenticationUnsuccessful\"}"));

    assertThatThrownBy(
            () ->
                engine
                    .bean(ProducerTemplate.class)
                    .requestBody("direct:read-accounts", (Object) null))
        .hasCauseInstanceOf(XeroReconnectNeeded.class);
    assertThat(engine.bean(Connections.class).find("acme").orElseThrow().state())
        .isEqualTo(Connection.State.EXPIRED);
  }

  @Test
  void an_engine_is_alive_from_its_start() {
    EngineInstance instance = engine.bean(EngineInstance.class);
    assertThat(aliveInSeconds(instance)).isBetween(10, 15);
  }

  private int aliveInSeconds(EngineInstance instance) {
    return engine
        .jdbc()
        .sql(
            "select extract(epoch from alive_until - now())::int from engine_instance where id = :id")
        .param("id", instance.id())
        .query(Integer.class)
        .single();
  }

  private void connect() {
    xero.then(
        answer(200, "{\"access_token\":\"a\",\"expires_in\":1800}"),
        answer(
            200, "[{\"tenantId\":\"t-1\",\"tenantName\":\"A\",\"tenantType\":\"ORGANISATION\"}]"));
    engine.bean(Connections.class).connect("acme");
  }
}
