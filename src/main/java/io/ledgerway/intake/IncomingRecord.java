package io.ledgerway.intake;

import java.time.Instant;

/**
 * One record of a topic, with all that is needed to judge it or to put it aside.
 *
 * @param headerCount how many headers it came with
 * @param headerBytes the size of those headers' names and values together
 * @param value as it came; null for a record without one
 * @param receivedAt when this engine read it
 */
record IncomingRecord(
    String topic,
    int partition,
    long offset,
    String key,
    byte[] value,
    int headerCount,
    int headerBytes,
    Instant receivedAt) {}
