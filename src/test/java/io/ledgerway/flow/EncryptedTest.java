package io.ledgerway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerway.LedgerwayApplication;
import io.ledgerway.local.Ports;
import io.ledgerway.local.Surroundings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.component.kafka.KafkaComponent;
import org.apache.camel.component.kafka.springboot.KafkaComponentAutoConfiguration;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What docs/production.md says of TLS reaches the clients. */
class EncryptedTest {

  @Test
  void what_kafkas_clients_can_be_told_reaches_them(@TempDir Path folder) throws Exception {
    Files.writeString(
        folder.resolve("camel.component.kafka.ssl-truststore-password"), "of a file\n");
    try (var context =
        new SpringApplicationBuilder(KafkaAlone.class)
            .web(WebApplicationType.NONE)
            .run(
                "--LEDGERWAY_SECRETS_DIR=" + folder,
                "--camel.main.routes-include-pattern=file:" + folder + "/*.camel.yaml",
                "--KAFKA_BROKERS=kafka.internal:9093",
                "--camel.component.kafka.security-protocol=SASL_SSL",
                "--camel.component.kafka.sasl-mechanism=SCRAM-SHA-512",
                "--camel.component.kafka.sasl-jaas-config=a login module",
                "--camel.component.kafka.ssl-truststore-location=/run/tls/ca.p12",
                "--camel.component.kafka.ssl-truststore-type=PKCS12")) {
      var configuration =
          context
              .getBean(CamelContext.class)
              .getComponent("kafka", KafkaComponent.class)
              .getConfiguration();
      for (Properties told :
          List.of(
              configuration.createConsumerProperties(), configuration.createProducerProperties())) {
        assertThat(told)
            .containsEntry("security.protocol", "SASL_SSL")
            .containsEntry("sasl.mechanism", "SCRAM-SHA-512")
            .containsEntry("sasl.jaas.config", "a login module")
            .containsEntry("ssl.truststore.location", "/run/tls/ca.p12")
            .containsEntry("ssl.truststore.type", "PKCS12")
            .containsEntry("ssl.truststore.password", "of a file");
      }
    }
  }

  @Test
  void an_engine_speaks_to_its_database_encrypted_and_only_where_it_knows_it(@TempDir Path folder)
      throws Exception {
    certificate(folder, "right");
    certificate(folder, "wrong");
    try (EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setPort(Ports.free())
            .setServerConfig("ssl", "on")
            .setServerConfig("ssl_cert_file", folder.resolve("right.pem").toString())
            .setServerConfig("ssl_key_file", folder.resolve("right.key").toString())
            .setRegisterShutdownHook(false)
            .start()) {
      String url =
          "jdbc:postgresql://localhost:%d/postgres?sslmode=verify-full&sslrootcert=%s/"
              .formatted(server.getPort(), folder);
      try (ConfigurableApplicationContext engine = engine(url + "right.pem")) {
        assertThat(
                engine
                    .getBean(JdbcClient.class)
                    .sql(
                        "select bool_and(s.ssl) from pg_stat_ssl s join pg_stat_activity a using"
                            + " (pid) where a.backend_type = 'client backend'")
                    .query(Boolean.class)
                    .single())
            .as("the pool, the heartbeat and all else")
            .isTrue();
      }
      assertThatThrownBy(
              () -> DriverManager.getConnection(url + "wrong.pem", "postgres", "postgres"))
          .hasMessageContaining("SSL");
    }
  }

  private static ConfigurableApplicationContext engine(String database) {
    Surroundings around = Engine.shared().around;
    List<String> arguments = new ArrayList<>(around.settings().arguments());
    arguments.removeIf(each -> each.startsWith("--spring.datasource.url="));
    arguments.add("--spring.datasource.url=" + database);
    arguments.add("--server.port=0");
    return new SpringApplicationBuilder(LedgerwayApplication.class)
        .run(arguments.toArray(String[]::new));
  }

  /** Of localhost, signed by itself. */
  private static void certificate(Path folder, String name) throws Exception {
    Process openssl =
        new ProcessBuilder(
                ("openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext"
                        + " subjectAltName=DNS:localhost -keyout %s.key -out %s.pem")
                    .formatted(name, name)
                    .split(" "))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(openssl.waitFor()).isZero();
    Files.setPosixFilePermissions(
        folder.resolve(name + ".key"), PosixFilePermissions.fromString("rw-------"));
  }

  @Configuration
  @ImportAutoConfiguration({CamelAutoConfiguration.class, KafkaComponentAutoConfiguration.class})
  static class KafkaAlone {}
}
