package io.ledgerway.notice;

import io.ledgerway.sql.Moments;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.apache.camel.Exchange;

/**
 * A notice that is to be delivered, and where to.
 *
 * @param id stays the same with each attempt
 * @param companyName for people
 * @param attempts that failed so far
 * @param secret sealed; null where there is none
 * @param formerSecret that still signs beside it; sealed, may be null
 */
record Delivery(
    UUID id,
    UUID destination,
    String company,
    String companyName,
    String occasion,
    String body,
    int attempts,
    Instant madeAt,
    Destination.Kind kind,
    String url,
    List<String> addresses,
    byte[] secret,
    byte[] formerSecret) {

  /** Of the exchange that delivers it. */
  static final String VARIABLE = "notice";

  static Delivery of(ResultSet row) throws SQLException {
    return new Delivery(
        row.getObject("id", UUID.class),
        row.getObject("destination", UUID.class),
        row.getString("company"),
        row.getString("name"),
        row.getString("occasion"),
        row.getString("body"),
        row.getInt("attempts"),
        Moments.of(row, "made_at"),
        Destination.Kind.valueOf(row.getString("kind")),
        row.getString("url"),
        Arrays.asList((String[]) row.getArray("addresses").getArray()),
        row.getBytes("secret"),
        row.getBytes("former_secret"));
  }

  static Delivery of(Exchange exchange) {
    return exchange.getVariable(VARIABLE, Delivery.class);
  }

  boolean isTest() {
    return occasion.equals("TEST");
  }

  byte[] bytes() {
    return body.getBytes(StandardCharsets.UTF_8);
  }
}
