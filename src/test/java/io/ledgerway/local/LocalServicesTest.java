package io.ledgerway.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class LocalServicesTest {

  @Test
  void postgres_is_as_durable_as_a_real_one() {
    LocalPostgres postgres = LocalPostgres.shared();
    JdbcClient jdbc = JdbcClient.create(postgres.dataSource(postgres.newDatabase()));

    assertThat(jdbc.sql("show fsync").query(String.class).single()).isEqualTo("on");
    assertThat(jdbc.sql("show synchronous_commit").query(String.class).single()).isEqualTo("on");
    assertThat(jdbc.sql("show server_version_num").query(Integer.class).single())
        .isBetween(180000, 189999);
  }

  @Test
  void kafka_has_the_topics_and_takes_messages_of_several_megabytes() throws Exception {
    try (LocalKafka kafka = LocalKafka.start();
        Admin admin =
            Admin.create(
                Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, (Object) kafka.brokers()))) {
      var topics =
          admin
              .describeTopics(
                  List.of(
                      "perk.expenses",
                      "perk.users",
                      "perk.expense-exports",
                      "perk.reference-data",
                      "perk.expenses.dlq",
                      "perk.users.dlq"))
              .allTopicNames()
              .get();
      assertThat(topics.get("perk.expenses").partitions()).hasSize(3);

      var referenceData = new ConfigResource(ConfigResource.Type.TOPIC, "perk.reference-data");
      var configs = admin.describeConfigs(List.of(referenceData)).all().get().get(referenceData);
      assertThat(configs.get("cleanup.policy").value()).isEqualTo("compact");
      assertThat(Integer.parseInt(configs.get("max.message.bytes").value()))
          .isGreaterThan(4_000_000);
    }
  }

  @Test
  void a_taken_port_is_told_with_the_variable_that_changes_it() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> Ports.requireFree(taken.getLocalPort(), "the engine", "SERVER_PORT"))
          .hasMessageContaining("Port " + taken.getLocalPort() + ", meant for the engine, is taken")
          .hasMessageContaining("SERVER_PORT=");
    }
  }
}
