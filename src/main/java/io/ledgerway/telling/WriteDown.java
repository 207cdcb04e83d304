package io.ledgerway.telling;

import io.ledgerway.sql.SqlFile;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ends a walk, in one transaction: what the broker has is written down as told, what cannot be told
 * as put aside.
 */
class WriteDown implements Processor {

  private final NamedParameterJdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  WriteDown(NamedParameterJdbcTemplate jdbc, TransactionTemplate transaction, Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public void process(Exchange exchange) {
    Walk walk = Walk.of(exchange);
    List<String> aside = walk.aside().keySet().stream().map(Telling::item).toList();
    SqlParameterSource values =
        values(walk)
            .addValue("told", String.join("\n", walk.told()))
            .addValue("aside", String.join("\n", aside));
    transaction.executeWithoutResult(
        open -> {
          jdbc.batchUpdate(SqlFile.read("telling/put-aside"), untellable(walk));
          jdbc.update(SqlFile.read("telling/told"), values);
        });
    walk.writtenDown();
  }

  private SqlParameterSource[] untellable(Walk walk) {
    return walk.aside().entrySet().stream()
        .map(
            each ->
                values(walk)
                    .addValue("item", each.getKey().item())
                    .addValue("company", each.getKey().company())
                    .addValue("subject", each.getKey().subject())
                    .addValue("code", each.getValue().code())
                    .addValue("message", each.getValue().message()))
        .toArray(SqlParameterSource[]::new);
  }

  private MapSqlParameterSource values(Walk walk) {
    return new MapSqlParameterSource()
        .addValue("kind", walk.kind())
        .addValue("waitsFor", walk.waitsFor())
        .addValue("now", clock.instant().atOffset(ZoneOffset.UTC));
  }
}
