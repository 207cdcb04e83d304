package io.ledgerway.notice;

import io.ledgerway.sql.SqlFile;
import io.ledgerway.work.Lease;
import io.ledgerway.work.Leases;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of a notice, written by whoever delivers it. Thread-safe. */
class DeliveryTable {

  private static final String OPEN = SqlFile.read("notice/open");
  private static final String DELIVERED = SqlFile.read("notice/delivered");
  private static final String NOT_DELIVERED = SqlFile.read("notice/not-delivered");
  private static final String SWITCH_OFF = SqlFile.read("notice/switch-off");

  private final JdbcClient jdbc;
  private final ToldNeeds told;
  private final Leases leases;
  private final Clock clock;

  DeliveryTable(JdbcClient jdbc, ToldNeeds told, Leases leases, Clock clock) {
    this.jdbc = jdbc;
    this.told = told;
    this.leases = leases;
    this.clock = clock;
  }

  /** Empty when nothing is left to do for it. */
  Optional<Delivery> open(UUID delivery) {
    return jdbc.sql(OPEN)
        .param("delivery", delivery)
        .param("now", now())
        .query((row, number) -> Delivery.of(row))
        .optional();
  }

  void delivered(Delivery delivery, Lease lease) {
    leases.whileHeld(
        lease,
        () -> jdbc.sql(DELIVERED).param("delivery", delivery.id()).param("now", now()).update());
  }

  /**
   * @param next when it is tried again; null when it is given up. Then its destination knows
   *     nothing of what it said, and the next notice says all of it
   * @param off why its destination is switched off; null when it is not
   */
  void notDelivered(Delivery delivery, String problem, Instant next, String off, Lease lease) {
    leases.whileHeld(
        lease,
        () -> {
          jdbc.sql(NOT_DELIVERED)
              .param("delivery", delivery.id())
              .param("problem", NoticeJson.fit(problem))
              .param(
                  "due",
                  next == null ? null : next.atOffset(ZoneOffset.UTC),
                  Types.TIMESTAMP_WITH_TIMEZONE)
              .param("now", now())
              .update();
          if (next == null && !delivery.isTest()) {
            told.forget(delivery.destination());
          }
          if (off != null) {
            jdbc.sql(SWITCH_OFF)
                .param("destination", delivery.destination())
                .param("because", off)
                .update();
          }
        });
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
