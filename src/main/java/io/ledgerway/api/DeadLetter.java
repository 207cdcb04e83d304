package io.ledgerway.api;

import io.ledgerway.sql.Moments;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/** A record that could not be accepted, as the list shows it. */
@Schema(name = "DeadLetter")
record DeadLetter(
    UUID id,
    String topic,
    int partition,
    long offset,
    String key,
    String company,
    String sourceId,
    String code,
    String message,
    String action,
    Instant receivedAt,
    @Schema(
            description =
                "What lets it go in again by itself when it changes, e.g."
                    + " mapping:<source>/ledger-entry; missing when its sender must mend it.")
        String waitsFor,
    @Schema(description = "When it went in after all; missing while it has not.") Instant enteredAt,
    @Schema(description = "Which route refused it; missing when it was refused by the ledger.")
        String route,
    @Schema(description = "When somebody changed what goes in.") Instant editedAt,
    @Schema(description = "Who did.") String editedBy,
    @Schema(description = "The size of the record's value.") Integer bytes,
    @Schema(description = "The value's first 4,000 bytes as text, as it came.") String payload) {

  static DeadLetter of(ResultSet row) throws SQLException {
    return new DeadLetter(
        row.getObject("id", UUID.class),
        row.getString("topic"),
        row.getInt("partition_no"),
        row.getLong("record_offset"),
        row.getString("record_key"),
        row.getString("company"),
        row.getString("source_id"),
        row.getString("code"),
        row.getString("message"),
        row.getString("action"),
        Moments.of(row, "received_at"),
        row.getString("waits_for"),
        Moments.of(row, "entered_at"),
        row.getString("route"),
        Moments.of(row, "edited_at"),
        row.getString("edited_by"),
        row.getObject("bytes", Integer.class),
        text(row.getBytes("payload")));
  }

  static String text(byte[] bytes) {
    return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
  }
}
