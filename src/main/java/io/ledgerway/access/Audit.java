package io.ledgerway.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import io.ledgerway.sql.SqlFile;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Who did what, when, and what it changed. Entries are only added. Thread-safe. */
@Component
public class Audit {

  static final String BEFORE = Audit.class.getName() + ".before";
  static final String AFTER = Audit.class.getName() + ".after";

  private final JdbcClient jdbc;
  private final Clock clock;
  private final ObjectMapper json;

  Audit(JdbcClient jdbc, Clock clock, ObjectMapper json) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.json = json;
  }

  /**
   * Says what the act of this request changes; the entry is made when the request ends. Never a
   * secret.
   *
   * @param before null when there was nothing
   * @param after null when nothing is left
   */
  public static void changed(Object before, Object after) {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request != null) {
      request.setAttribute(BEFORE, before == null ? "" : before, RequestAttributes.SCOPE_REQUEST);
      request.setAttribute(AFTER, after == null ? "" : after, RequestAttributes.SCOPE_REQUEST);
    }
  }

  /** Newest first. */
  public List<AuditEntry> page(String company, UUID before, int limit) {
    return jdbc.sql(SqlFile.read("access/audit"))
        .param("company", company)
        .param("before", before)
        .param("limit", limit)
        .query(AuditEntry.class)
        .list();
  }

  /**
   * @param reason null when they are signed in
   */
  void signIn(String login, String address, String reason) {
    String who = login.length() > 100 ? login.substring(0, 100) : login;
    add(
        who.replaceAll("\\p{Cntrl}", "?"),
        null,
        "Sign in",
        "from " + address,
        reason == null ? "DONE" : "REFUSED",
        reason,
        null,
        null);
  }

  void add(
      String who,
      String company,
      String act,
      String subject,
      String outcome,
      String reason,
      Object before,
      Object after) {
    jdbc.sql(SqlFile.read("access/add-audit"))
        .param("id", UuidCreator.getTimeOrderedEpoch())
        .param("at", Timestamp.from(clock.instant()))
        .param("who", who)
        .param("company", company)
        .param("act", act)
        .param("subject", subject)
        .param("outcome", outcome)
        .param("reason", reason)
        .param("before", written(before))
        .param("after", written(after))
        .update();
  }

  private String written(Object value) {
    try {
      return value == null || value.equals("") ? null : json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      return null;
    }
  }
}
