package io.ledgerway.xero;

import static io.ledgerway.xero.RoughServer.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerway.connection.Connection;
import io.ledgerway.connection.Connections;
import io.ledgerway.instance.EngineInstance;
import io.ledgerway.local.LocalPostgres;
import java.time.Clock;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.kafka.KafkaAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The beans as Spring puts them together, under a route as an engineer writes it. */
class XeroWiringTest {

  @EnableAutoConfiguration(exclude = KafkaAutoConfiguration.class)
  @ComponentScan({"io.ledgerway.xero", "io.ledgerway.connection", "io.ledgerway.instance"})
  static class Engine {
    @Bean
    Clock clock() {
      return Clock.systemUTC();
    }
  }

  private final RoughServer xero = new RoughServer();
  private ConfigurableApplicationContext engine;

  @BeforeEach
  void start() {
    LocalPostgres postgres = LocalPostgres.shared();
    engine =
        new SpringApplicationBuilder(Engine.class)
            .web(WebApplicationType.NONE)
            .run(
                "--spring.datasource.url=" + postgres.newDatabase(),
                "--spring.datasource.username=" + postgres.username(),
                "--spring.datasource.password=" + postgres.password(),
                "--camel.main.routes-include-pattern=classpath:xero/wiring.camel.yaml",
                "--ledgerway.encryption-key=b2xkLW9sZC1vbGQtb2xkLW9sZC1vbGQtb2xkLW9sZCE=",
                "--xero.api-url=" + xero.uri(),
                "--xero.identity-url=" + xero.uri(),
                "--xero.client-id=sandbox",
                "--xero.client-secret=sandbox");
    engine
        .getBean(JdbcClient.class)
        .sql("insert into company (id, name) values ('acme', 'Acme')")
        .update();
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
        engine.getBean(ProducerTemplate.class).requestBody("direct:read-accounts", (Object) null);

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
                    .getBean(ProducerTemplate.class)
                    .requestBody("direct:read-accounts", (Object) null))
        .hasCauseInstanceOf(XeroReconnectNeeded.class);
    assertThat(engine.getBean(Connections.class).find("acme").orElseThrow().state())
        .isEqualTo(Connection.State.EXPIRED);
  }

  @Test
  void an_engine_is_alive_from_its_start() {
    EngineInstance instance = engine.getBean(EngineInstance.class);
    assertThat(aliveInSeconds(instance)).isBetween(10, 15);
  }

  private int aliveInSeconds(EngineInstance instance) {
    return engine
        .getBean(JdbcClient.class)
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
    engine.getBean(Connections.class).connect("acme");
  }
}
