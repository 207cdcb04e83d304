package io.ledgerway.intake;

import com.github.f4b6a3.uuid.UuidCreator;
import io.ledgerway.sql.DataFault;
import io.ledgerway.sql.SqlFile;
import io.ledgerway.sql.StorableText;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/**
 * Writes refusals to the table of dead letters, each record once, whole. One that was a letter
 * before keeps its row and gets its new reason.
 */
class PutLettersAside implements Processor {

  private static final Logger LOG = LoggerFactory.getLogger(PutLettersAside.class);
  private static final String ANEW = SqlFile.read("intake/put-aside");
  private static final String AGAIN = SqlFile.read("intake/refused-again");

  private final NamedParameterJdbcTemplate jdbc;

  PutLettersAside(NamedParameterJdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void process(Exchange exchange) {
    JudgedRecords judged = exchange.getMessage().getBody(JudgedRecords.class);
    List<Refusal> refusals = judged.refusals();
    write(ANEW, refusals.stream().filter(refusal -> refusal.record().letter() == null).toList());
    write(AGAIN, refusals.stream().filter(refusal -> refusal.record().letter() != null).toList());
    for (Refusal refusal : refusals) {
      judged.refused(refusal);
      LOG.info(
          "event=dead_letter code={} topic={} partition={} offset={}",
          refusal.code(),
          refusal.record().topic(),
          refusal.record().partition(),
          refusal.record().offset());
    }
  }

  private void write(String sql, List<Refusal> refusals) {
    if (refusals.isEmpty()) {
      return;
    }
    try {
      jdbc.batchUpdate(
          sql, refusals.stream().map(PutLettersAside::values).toArray(SqlParameterSource[]::new));
    } catch (DataAccessException failure) {
      if (!DataFault.isCauseOf(failure)) {
        throw failure;
      }
      refusals.forEach(refusal -> writeAlone(sql, refusal));
    }
  }

  /** What is told of a record may be unfit for the table; its bytes never are. */
  private void writeAlone(String sql, Refusal refusal) {
    try {
      jdbc.update(sql, values(refusal));
    } catch (DataAccessException failure) {
      if (!DataFault.isCauseOf(failure)) {
        throw failure;
      }
      Refusal bare =
          Refusal.notStorable(refusal.record(), null, null, DataFault.said(failure), null);
      jdbc.update(sql, values(bare).addValue("key", null));
    }
  }

  private static MapSqlParameterSource values(Refusal refusal) {
    IncomingRecord record = refusal.record();
    return new MapSqlParameterSource()
        .addValue("id", UuidCreator.getTimeOrderedEpoch())
        .addValue("identity", record.identity())
        .addValue("letter", record.letter())
        .addValue("topic", record.topic())
        .addValue("partition", record.partition())
        .addValue("offset", record.offset())
        .addValue("key", StorableText.of(record.key()))
        .addValue("payload", record.value())
        .addValue("headers", RecordHeader.text(record.headers()))
        .addValue("route", refusal.route())
        .addValue("company", refusal.company())
        .addValue("sourceId", refusal.sourceId())
        .addValue("code", refusal.code())
        .addValue("message", storable(refusal.message()))
        .addValue("action", refusal.action())
        .addValue("waitsFor", refusal.waitsFor())
        .addValue("receivedAt", OffsetDateTime.ofInstant(record.receivedAt(), ZoneOffset.UTC));
  }

  private static String storable(String text) {
    return StorableText.of(text.length() > 4000 ? text.substring(0, 4000) : text);
  }
}
