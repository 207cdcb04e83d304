package io.ledgerway.intake;

import io.ledgerway.sql.SqlFile;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.camel.Processor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Dead letters that go in again, by the way on which every record comes. */
class Letters {

  private final JdbcClient jdbc;
  private final Clock clock;

  Letters(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Rows of letters become records, a list for each topic. */
  Processor open() {
    return exchange -> {
      Map<String, List<IncomingRecord>> byTopic = new LinkedHashMap<>();
      for (Object row : exchange.getMessage().getBody(List.class)) {
        IncomingRecord record = record((Map<?, ?>) row);
        byTopic.computeIfAbsent(record.topic(), topic -> new ArrayList<>()).add(record);
      }
      exchange.getMessage().setBody(new ArrayList<>(byTopic.values()));
    };
  }

  /** Those of the batch that are letters and were not refused again have gone in. */
  Processor close() {
    return exchange -> {
      JudgedRecords judged = exchange.getMessage().getBody(JudgedRecords.class);
      Set<UUID> letters = new HashSet<>();
      Stream.concat(
              judged.entries().stream().map(Entry::record),
              judged.users().stream().map(UserEvent::record))
          .map(IncomingRecord::letter)
          .filter(Objects::nonNull)
          .forEach(letters::add);
      judged.refusals().forEach(refusal -> letters.remove(refusal.record().letter()));
      if (!letters.isEmpty()) {
        jdbc.sql(SqlFile.read("intake/letters-entered"))
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .param("letters", letters.toArray(UUID[]::new))
            .update();
      }
    };
  }

  private static IncomingRecord record(Map<?, ?> row) {
    return new IncomingRecord(
        (String) row.get("topic"),
        ((Number) row.get("partition_no")).intValue(),
        ((Number) row.get("record_offset")).longValue(),
        0,
        (String) row.get("record_key"),
        (byte[]) row.get("payload"),
        RecordHeader.ofTrace((String) row.get("headers")),
        ((Timestamp) row.get("received_at")).toInstant(),
        (UUID) row.get("id"));
  }
}
