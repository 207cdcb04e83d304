package io.ledgerway.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
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
    try {
      MessageDigest hash = MessageDigest.getInstance("SHA-256");
      String place = String.join("\n", topic, "" + partition, "" + offset, "" + timestamp, "");
      hash.update(place.getBytes(StandardCharsets.UTF_8));
      hash.update(String.valueOf(key).getBytes(StandardCharsets.UTF_8));
      hash.update((byte) '\n');
      hash.update(value == null ? new byte[0] : value);
      return HexFormat.of().formatHex(hash.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The size of the headers' names and values together. */
  int headerBytes() {
    return headers.stream().mapToInt(RecordHeader::bytes).sum();
  }

  int bytes() {
    return value == null ? 0 : value.length;
  }
}
