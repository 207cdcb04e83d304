package io.ledgerway.intake;

import io.ledgerway.sql.SqlFile;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.Processor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Dead letters on their way to the topic: what one says, and that it was published. */
class DeadLetters {

  /** A broker takes a megabyte by default; the table has the whole. */
  private static final int MAX_PAYLOAD_CHARACTERS = 200_000;

  private final JdbcClient jdbc;
  private final Clock clock;

  DeadLetters(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Processor open() {
    return exchange -> {
      Map<?, ?> row = exchange.getMessage().getBody(Map.class);
      Map<String, Object> letter = new LinkedHashMap<>();
      letter.put("id", row.get("id").toString());
      letter.put("topic", row.get("topic"));
      letter.put("partition", row.get("partition_no"));
      letter.put("offset", row.get("record_offset"));
      letter.put("key", row.get("record_key"));
      letter.put("company", row.get("company"));
      letter.put("sourceId", row.get("source_id"));
      letter.put("code", row.get("code"));
      letter.put("message", row.get("message"));
      letter.put("action", row.get("action"));
      letter.put("payload", payload((byte[]) row.get("payload")));
      letter.put("receivedAt", ((Timestamp) row.get("received_at")).toInstant().toString());
      exchange.getMessage().setBody(letter);
    };
  }

  /** Remembers which letters are about to be published. */
  Processor note() {
    return exchange ->
        exchange.setVariable(
            "published",
            ((List<?>) exchange.getMessage().getBody(List.class))
                .stream().map(row -> ((Map<?, ?>) row).get("id")).toList());
  }

  /** After the broker has them. */
  Processor published() {
    return exchange -> {
      List<?> ids = exchange.getVariable("published", List.class);
      jdbc.sql(SqlFile.read("intake/published"))
          .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
          .param("ids", ids.toArray(UUID[]::new))
          .update();
    };
  }

  private static String payload(byte[] value) {
    if (value == null) {
      return null;
    }
    String text = new String(value, StandardCharsets.UTF_8);
    return text.length() > MAX_PAYLOAD_CHARACTERS
        ? text.substring(0, MAX_PAYLOAD_CHARACTERS)
        : text;
  }
}
