package io.ledgerway.local;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Hears what is told from now on, as a source does. Not thread-safe. */
public final class Outcomes implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private final KafkaConsumer<String, String> consumer;

  private Outcomes(KafkaConsumer<String, String> consumer) {
    this.consumer = consumer;
  }

  public static Outcomes from(LocalKafka kafka, String topic) {
    var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.brokers()),
            new StringDeserializer(),
            new StringDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
    return new Outcomes(consumer);
  }

  /** Returns at the first record that is meant; what came before it is passed over. */
  public void await(Predicate<ConsumerRecord<String, String>> meant) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(100))) {
        if (meant.test(record)) {
          return;
        }
      }
    }
    throw new AssertionError("Nothing that is meant was told within " + PATIENCE);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
