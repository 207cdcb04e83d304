package io.ledgerway.local;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends to {@code perk.expenses} as the platform does. Thread-safe. */
public final class Expenses implements AutoCloseable {

  private final KafkaProducer<String, String> producer;
  private final String topic;

  public Expenses(LocalKafka kafka) {
    this(kafka, "perk.expenses");
  }

  /** For whoever reads expenses from a topic of their own. */
  public Expenses(LocalKafka kafka, String topic) {
    this.topic = topic;
    this.producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka.brokers(),
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.LINGER_MS_CONFIG,
                "5",
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                String.valueOf(4 * 1024 * 1024)),
            new StringSerializer(),
            new StringSerializer());
  }

  /** Hands the record to the producer; {@link #flush} waits until the broker has it. */
  public void send(String key, String value) {
    producer.send(new ProducerRecord<>(topic, key, value));
  }

  /** Sends to a partition of the sender's choice. */
  public void send(int partition, String key, String value) {
    producer.send(new ProducerRecord<>(topic, partition, key, value));
  }

  /** Sends and waits for the broker. */
  public void sendNow(ProducerRecord<String, String> record) {
    try {
      producer.send(record).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public void flush() {
    producer.flush();
  }

  @Override
  public void close() {
    producer.close();
  }
}
