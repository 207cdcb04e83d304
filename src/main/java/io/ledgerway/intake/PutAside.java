package io.ledgerway.intake;

import com.github.f4b6a3.uuid.UuidCreator;
import io.ledgerway.sql.SqlFile;
import io.ledgerway.sql.StorableText;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/** Writes refusals to the table of dead letters, each record once, whole. */
class PutAside implements Processor {

  private static final Logger LOG = LoggerFactory.getLogger(PutAside.class);
  private final NamedParameterJdbcTemplate jdbc;
  private final String sql;

  PutAside(NamedParameterJdbcTemplate jdbc) {
    this.jdbc = jdbc;
    this.sql = SqlFile.read("intake/put-aside");
  }

  @Override
  public void process(Exchange exchange) {
    List<Refusal> refusals = exchange.getMessage().getBody(Sorted.class).refusals();
    if (refusals.isEmpty()) {
      return;
    }
    jdbc.batchUpdate(
        sql, refusals.stream().map(PutAside::values).toArray(SqlParameterSource[]::new));
    for (Refusal refusal : refusals) {
      LOG.info(
          "event=dead_letter code={} topic={} partition={} offset={} company={}",
          refusal.code(),
          refusal.record().topic(),
          refusal.record().partition(),
          refusal.record().offset(),
          refusal.company());
    }
  }

  private static SqlParameterSource values(Refusal refusal) {
    IncomingRecord record = refusal.record();
    return new MapSqlParameterSource()
        .addValue("id", UuidCreator.getTimeOrderedEpoch())
        .addValue("topic", record.topic())
        .addValue("partition", record.partition())
        .addValue("offset", record.offset())
        .addValue("key", StorableText.of(record.key()))
        .addValue("payload", record.value())
        .addValue("company", refusal.company())
        .addValue("sourceId", refusal.sourceId())
        .addValue("code", refusal.code())
        .addValue("message", storable(refusal.message()))
        .addValue("action", refusal.action())
        .addValue("receivedAt", OffsetDateTime.ofInstant(record.receivedAt(), ZoneOffset.UTC));
  }

  private static String storable(String text) {
    return StorableText.of(text.length() > 4000 ? text.substring(0, 4000) : text);
  }
}
