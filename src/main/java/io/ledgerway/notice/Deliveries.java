package io.ledgerway.notice;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.sql.Moments;
import io.ledgerway.sql.SqlFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.camel.ProducerTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What notices were made of a company, and what became of them. Thread-safe. */
@Component
public class Deliveries {

  private static final String OF_COMPANY = SqlFile.read("notice/deliveries");

  private final JdbcClient jdbc;
  private final MakeNotices make;
  private final ProducerTemplate routes;

  Deliveries(JdbcClient jdbc, MakeNotices make, ProducerTemplate routes) {
    this.jdbc = jdbc;
    this.make = make;
    this.routes = routes;
  }

  /**
   * A notice as it was sent, or is to be.
   *
   * @param occasion CHANGES, DIGEST or TEST
   * @param state WAITING, DELIVERED or GIVEN_UP
   * @param failedAttempts so far
   * @param problem why the last attempt failed
   * @param nextAt when it is tried next
   */
  public record Sent(
      UUID id,
      UUID destination,
      Destination.Kind kind,
      String occasion,
      String state,
      int failedAttempts,
      String problem,
      Instant nextAt,
      Instant madeAt,
      Instant endedAt,
      JsonNode notice) {}

  /**
   * The latest first.
   *
   * @param before the last one of the page before; null for the first page
   */
  public List<Sent> of(String company, UUID before, int limit) {
    return read(company, before, null, limit);
  }

  /** Sends a notice that says nothing but that it arrives, and tells what became of it. */
  public Sent test(String company, UUID destination) {
    UUID id = make.test(company, destination);
    routes.request(
        "direct:deliver-notice",
        exchange -> {
          exchange.setVariable("company", company);
          exchange.setVariable("delivery", id.toString());
        });
    return read(company, null, id, 1).get(0);
  }

  private List<Sent> read(String company, UUID before, UUID id, int limit) {
    return jdbc.sql(OF_COMPANY)
        .param("company", company)
        .param("cursor", before, Types.OTHER)
        .param("id", id, Types.OTHER)
        .param("limit", limit)
        .query((row, number) -> sent(row))
        .list();
  }

  private static Sent sent(ResultSet row) throws SQLException {
    return new Sent(
        row.getObject("id", UUID.class),
        row.getObject("destination", UUID.class),
        Destination.Kind.valueOf(row.getString("kind")),
        row.getString("occasion"),
        row.getString("state"),
        row.getInt("attempts"),
        row.getString("problem"),
        Moments.of(row, "due_at"),
        Moments.of(row, "made_at"),
        Moments.of(row, "ended_at"),
        NoticeJson.read(row.getString("body")));
  }
}
