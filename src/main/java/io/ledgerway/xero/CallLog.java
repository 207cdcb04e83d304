package io.ledgerway.xero;

import io.ledgerway.instance.EngineInstance;
import io.ledgerway.sql.SqlFile;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The durable trace of every attempt: written before it is sent, completed afterwards. A row
 * without {@code finished_at} is an attempt whose end nobody saw. Thread-safe.
 */
@Component
class CallLog {

  private static final String BEGIN = SqlFile.read("xero/begin-call");
  private static final String COMPLETE = SqlFile.read("xero/complete-call");

  private final JdbcClient jdbc;
  private final Clock clock;
  private final EngineInstance instance;

  CallLog(JdbcClient jdbc, Clock clock, EngineInstance instance) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.instance = instance;
  }

  void begin(UUID id, XeroGrant grant, XeroRequest request) {
    jdbc.sql(BEGIN)
        .param("id", id)
        .param("writes", request.writes())
        .param("company", request.company())
        .param("tenant", grant.tenantId())
        .param("instance", instance.id())
        .param("method", request.method())
        .param("resource", request.path())
        .param("query", request.query(), Types.VARCHAR)
        .param("key", request.idempotencyKey(), Types.VARCHAR)
        .param("hash", request.hash(), Types.VARCHAR)
        .param("elements", request.elements(), Types.INTEGER)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /**
   * @param status 0 when there was no answer
   * @param errorCode the code of the exception that it became; may be null
   */
  void complete(UUID id, int status, String correlationId, String errorCode) {
    jdbc.sql(COMPLETE)
        .param("id", id)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("status", status == 0 ? null : status, Types.INTEGER)
        .param("correlationId", correlationId, Types.VARCHAR)
        .param("errorCode", errorCode, Types.VARCHAR)
        .update();
  }
}
