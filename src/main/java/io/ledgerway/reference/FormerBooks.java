package io.ledgerway.reference;

import io.ledgerway.connection.OrganisationChanged;
import io.ledgerway.sql.SqlFile;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * When a company changes to another organisation, no record of the former one may pass a check any
 * more, and a cursor in its time would hide most of the new one. Thread-safe.
 */
@Component
class FormerBooks {

  private static final String LOCK = SqlFile.read("reference/lock-company");
  private static final String STORE = SqlFile.read("reference/store-records");
  private static final String FORGET_PAGES = SqlFile.read("reference/forget-pages");
  private static final String FORGET_CURSORS = SqlFile.read("reference/forget-cursors");

  private final NamedParameterJdbcTemplate jdbc;
  private final Clock clock;

  FormerBooks(NamedParameterJdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Within the transaction that connects: everything is inactive. */
  @EventListener
  void close(OrganisationChanged change) {
    String[] kinds =
        Arrays.stream(Resource.values())
            .flatMap(resource -> resource.kinds().stream())
            .distinct()
            .toArray(String[]::new);
    MapSqlParameterSource row =
        new MapSqlParameterSource("company", change.company())
            .addValue("kinds", kinds)
            .addValue("resource", "")
            .addValue("cause", "IMPORT")
            .addValue("complete", true)
            .addValue("records", "[]")
            .addValue("at", Timestamp.from(clock.instant()));
    jdbc.update(LOCK, row);
    // Pages that an import under way has kept are the former organisation's.
    jdbc.update(FORGET_PAGES, row);
    jdbc.update(STORE, row);
    jdbc.update(FORGET_CURSORS, row);
  }
}
