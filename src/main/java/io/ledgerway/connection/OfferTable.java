package io.ledgerway.connection;

import io.ledgerway.sql.SqlFile;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code xero_offer}. Thread-safe. */
@Repository
class OfferTable {

  private static final String ADD = SqlFile.read("connection/add-offer");
  private static final String OFFERS = SqlFile.read("connection/offers");

  private final JdbcClient jdbc;
  private final Clock clock;

  OfferTable(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** One organisation, and the tokens that open it. */
  record Row(UUID tokenSet, String tenantId, String name, String connectionId, String heldBy) {

    XeroTenant organisation() {
      return new XeroTenant(tenantId, name, connectionId, null);
    }

    Offer shown() {
      return new Offer(tenantId, name, heldBy);
    }
  }

  void add(UUID tokenSet, String company, String askedBy, List<XeroTenant> organisations) {
    for (XeroTenant organisation : organisations) {
      jdbc.sql(ADD)
          .param("tokenSet", tokenSet)
          .param("tenant", organisation.tenantId())
          .param("tenantName", organisation.name())
          .param("connectionId", organisation.connectionId())
          .param("company", company)
          .param("askedBy", askedBy)
          .param("now", now())
          .update();
    }
  }

  List<Row> of(String company, String askedBy) {
    return jdbc.sql(OFFERS)
        .param("company", company)
        .param("askedBy", askedBy)
        .param("now", now())
        .query(
            (row, number) ->
                new Row(
                    row.getObject("token_set", UUID.class),
                    row.getString("tenant_id"),
                    row.getString("tenant_name"),
                    row.getString("connection_id"),
                    row.getString("held_by")))
        .list();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
