package io.ledgerway.intake;

import java.lang.reflect.Field;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.component.kafka.DefaultKafkaClientFactory;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Makes Kafka consumers that bound a batch by its bytes. Camel gathers one from several polls, up
 * to a number of records, and ends it at a poll that brings nothing: that is what a batch of some
 * megabytes is given next. Fetched records wait in the consumer meanwhile. While there is nothing
 * to gather it polls with more patience than Camel: a batch ends soon after its last record, and
 * none is no work.
 */
class BoundedPolls extends DefaultKafkaClientFactory {

  private static final long MAX_BYTES = 8_000_000;
  private static final Duration NOTHING_YET = Duration.ofMillis(200);
  private static final long TELL_LAG_NANOS = Duration.ofSeconds(2).toNanos();

  private final Lag lag;

  BoundedPolls(Lag lag) {
    this.lag = lag;
  }

  @Override
  @SuppressWarnings("rawtypes")
  public Consumer getConsumer(Properties properties) {
    return new BoundedConsumer(properties, lag);
  }

  /** Used by Camel's one polling thread, as any consumer. */
  private static final class BoundedConsumer extends KafkaConsumer<Object, Object> {

    /**
     * Camel's health check looks for this field in the class of the consumer to see whether a
     * broker is there; without it every consumer counts as ready.
     */
    @SuppressWarnings("unused")
    private final Object delegate;

    private final Lag lag;
    private long bytes;
    private long lagTold = System.nanoTime() - TELL_LAG_NANOS;

    BoundedConsumer(Properties properties, Lag lag) {
      super(properties);
      this.lag = lag;
      this.delegate = ofKafka(this);
    }

    private static Object ofKafka(KafkaConsumer<?, ?> consumer) {
      try {
        Field field = KafkaConsumer.class.getDeclaredField("delegate");
        field.setAccessible(true);
        return field.get(consumer);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("Kafka's consumer is made otherwise: see BoundedPolls", e);
      }
    }

    @Override
    public ConsumerRecords<Object, Object> poll(Duration timeout) {
      if (bytes < MAX_BYTES) {
        ConsumerRecords<Object, Object> records = super.poll(bytes == 0 ? NOTHING_YET : timeout);
        records.forEach(record -> bytes += size(record));
        tellLag();
        return records;
      }
      bytes = 0;
      var assigned = assignment();
      pause(assigned);
      try {
        return super.poll(timeout);
      } finally {
        var stillAssigned = new HashSet<>(assignment());
        stillAssigned.retainAll(assigned);
        resume(stillAssigned);
      }
    }

    @Override
    public void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets, Duration timeout) {
      super.commitSync(offsets, timeout);
      bytes = 0;
    }

    private void tellLag() {
      if (System.nanoTime() - lagTold >= TELL_LAG_NANOS) {
        lagTold = System.nanoTime();
        Map<TopicPartition, Long> behind = new HashMap<>();
        for (TopicPartition partition : assignment()) {
          behind.put(partition, currentLag(partition).orElse(0));
        }
        lag.tell(this, behind);
      }
    }

    @Override
    public void close() {
      lag.forget(this);
      super.close();
    }

    @Override
    public void close(Duration timeout) {
      lag.forget(this);
      super.close(timeout);
    }

    private static long size(ConsumerRecord<?, ?> record) {
      return Math.max(0, record.serializedKeySize()) + Math.max(0, record.serializedValueSize());
    }
  }
}
