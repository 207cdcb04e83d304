package io.ledgerway.intake;

import io.ledgerway.digest.Sha256;
import io.ledgerway.trace.TraceContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * One record of a topic, with all that is needed to judge it or to put it aside.
 *
 * @param timestamp of the record, milliseconds since 1970; 0 when it has none
 * @param value as it came; null for a record without one
 * @param receivedAt when this engine read it
 * @param letter the dead letter that it was kept as, when it goes in again; null at first
 */
record IncomingRecord(
    String topic,
    int partition,
    long offset,
    long timestamp,
    String key,
    byte[] value,
    List<RecordHeader> headers,
    Instant receivedAt,
    UUID letter) {

  /**
   * The same for each reading of this record, and of no other: a topic that was made anew counts
   * its offsets from 0 again.
   */
  String identity() {
    String place =
        String.join("\n", topic, "" + partition, "" + offset, "" + timestamp, "" + key, "");
    return Sha256.of(place.getBytes(StandardCharsets.UTF_8), value == null ? new byte[0] : value);
  }

  /** The size of the headers' names and values together. */
  int headerBytes() {
    return headers.stream().mapToInt(RecordHeader::bytes).sum();
  }

  /** The trace that its sender says it is part of; null when it says none. */
  TraceContext trace() {
    return headers.isEmpty()
        ? null
        : TraceContext.of(values(TraceContext.PARENT), values(TraceContext.STATE));
  }

  private List<byte[]> values(String name) {
    return headers.stream()
        .filter(header -> header.name().equals(name))
        .map(RecordHeader::value)
        .filter(Objects::nonNull)
        .toList();
  }

  int bytes() {
    return value == null ? 0 : value.length;
  }
}
