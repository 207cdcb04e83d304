package io.ledgerway.intake;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;

/**
 * How far this engine's consumers are behind their topics, as they say themselves: it costs no
 * request. Thread-safe.
 */
class Lag {

  private final MeterRegistry meters;
  private final Map<Object, Map<TopicPartition, Long>> behind = new ConcurrentHashMap<>();
  private final Set<String> topics = ConcurrentHashMap.newKeySet();

  Lag(MeterRegistry meters) {
    this.meters = meters;
  }

  /** Of all partitions that the consumer has now. */
  void tell(Object consumer, Map<TopicPartition, Long> records) {
    behind.put(consumer, Map.copyOf(records));
    records.keySet().forEach(partition -> show(partition.topic()));
  }

  void forget(Object consumer) {
    behind.remove(consumer);
  }

  private void show(String topic) {
    if (topics.add(topic)) {
      Gauge.builder("ledgerway.intake.lag", () -> of(topic))
          .description("Records of a topic that are not taken in yet, of this engine's partitions")
          .baseUnit("records")
          .tag("topic", topic)
          .register(meters);
    }
  }

  private long of(String topic) {
    return behind.values().stream()
        .flatMap(each -> each.entrySet().stream())
        .filter(each -> each.getKey().topic().equals(topic))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
