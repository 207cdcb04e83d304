package io.ledgerway.local;

import java.util.List;
import java.util.Map;
import kafka.server.BrokerServer;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/**
 * A Kafka broker in this JVM with the topics of the asyncapi.yaml files, empty at the start and
 * gone at the end. Thread-safe.
 */
public final class LocalKafka implements AutoCloseable {

  /** Room for an expense with all its text: it is the schema that says what is too long. */
  private static final String MAX_MESSAGE_BYTES = String.valueOf(5 * 1024 * 1024);

  private final EmbeddedKafkaKraftBroker broker;
  private final int port;

  private LocalKafka(EmbeddedKafkaKraftBroker broker, int port) {
    this.broker = broker;
    this.port = port;
  }

  /** Starts on a free port. */
  public static LocalKafka start() {
    return start(Ports.free());
  }

  /** Starts on the given port. */
  public static LocalKafka start(int port) {
    EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 1);
    broker.brokerProperties(
        Map.of(
            // Not kafkaPorts(): the KRaft broker of spring-kafka-test ignores it.
            "listeners", "EXTERNAL://localhost:" + port + ",CONTROLLER://localhost:0",
            "message.max.bytes", MAX_MESSAGE_BYTES,
            "replica.fetch.max.bytes", MAX_MESSAGE_BYTES,
            "auto.create.topics.enable", "false",
            "group.initial.rebalance.delay.ms", "0",
            // A killed consumer's partitions pass on soon after the restart.
            "group.min.session.timeout.ms", "1000",
            "offsets.topic.num.partitions", "3"));
    broker.afterPropertiesSet();
    broker.addTopics(topics().toArray(NewTopic[]::new));
    return new LocalKafka(broker, port);
  }

  private static List<NewTopic> topics() {
    return List.of(
        topic("perk.expenses", 3),
        topic("perk.users", 1),
        topic("perk.expense-exports", 3),
        topic("perk.reference-data", 1)
            .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)),
        topic("perk.expenses.dlq", 1),
        topic("perk.users.dlq", 1),
        topic("ledgerway.notices", 1));
  }

  private static NewTopic topic(String name, int partitions) {
    return new NewTopic(name, partitions, (short) 1);
  }

  public void addTopic(String name, int partitions) {
    broker.addTopics(topic(name, partitions));
  }

  public int port() {
    return port;
  }

  /** What goes into {@code KAFKA_BROKERS}. */
  public String brokers() {
    return "localhost:" + port;
  }

  /**
   * Stops the broker, which keeps what it has; nobody answers on its port until {@link #resume}.
   */
  public void pause() {
    broker.getCluster().brokers().values().forEach(BrokerServer::shutdown);
  }

  public void resume() {
    broker.getCluster().brokers().values().forEach(BrokerServer::startup);
  }

  @Override
  public void close() {
    broker.destroy();
  }
}
