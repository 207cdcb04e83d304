package io.ledgerway.xero;

import io.ledgerway.local.LocalPostgres;
import java.net.URI;
import java.time.Clock;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.support.DefaultExchange;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.kafka.KafkaAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The packages xero, connection and instance as Spring puts them together, with company acme. */
final class TestEngine implements AutoCloseable {

  // No @Configuration: whoever scans the whole project would find it.
  @EnableAutoConfiguration(exclude = KafkaAutoConfiguration.class)
  @ComponentScan({
    "io.ledgerway.xero",
    "io.ledgerway.connection",
    "io.ledgerway.instance",
    "io.ledgerway.secret",
    "io.ledgerway.work"
  })
  static class Beans {
    @Bean(defaultCandidate = false)
    Clock wallClock() {
      return Clock.systemUTC();
    }
  }

  private final ConfigurableApplicationContext context;

  TestEngine(URI xero) {
    LocalPostgres postgres = LocalPostgres.shared();
    context =
        new SpringApplicationBuilder(Beans.class)
            .web(WebApplicationType.NONE)
            .run(
                "--spring.datasource.url=" + postgres.newDatabase(),
                "--spring.datasource.username=" + postgres.username(),
                "--spring.datasource.password=" + postgres.password(),
                "--spring.thymeleaf.check-template-location=false",
                // Only some of the parts that readiness asks are here.
                "--management.endpoint.health.validate-group-membership=false",
                "--camel.main.routes-include-pattern=classpath:xero/wiring.camel.yaml",
                "--ledgerway.encryption-key=b2xkLW9sZC1vbGQtb2xkLW9sZC1vbGQtb2xkLW9sZCE=",
                "--xero.api-url=" + xero,
                "--xero.identity-url=" + xero,
                "--xero.client-id=sandbox",
                "--xero.client-secret=sandbox");
    jdbc().sql("insert into company (id, name) values ('acme', 'Acme')").update();
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  JdbcClient jdbc() {
    return bean(JdbcClient.class);
  }

  /** Sends for company acme; throws what the component throws. */
  Message call(String uri, Object body, Consumer<Message> headers) {
    Exchange exchange = new DefaultExchange(bean(CamelContext.class));
    exchange.setVariable("company", "acme");
    exchange.getMessage().setBody(body);
    headers.accept(exchange.getMessage());
    Exchange after = bean(ProducerTemplate.class).send(uri, exchange);
    if (after.getException() instanceof RuntimeException failure) {
      throw failure;
    }
    return after.getMessage();
  }

  @Override
  public void close() {
    context.close();
  }
}
