package io.ledgerway.instance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The database's time, which all engines share: asked for with each heartbeat and carried on in
 * between by the machine's monotonic clock, which nobody sets and which goes on while the process
 * is stopped. It is right to within a round trip. Thread-safe.
 *
 * <p>The machine's own wall clock decides nothing. When it differs by more than {@code
 * ledgerway.instance.clock-tolerance}, either may be wrong, or the machine was suspended: the
 * engine then takes up no work and sends nothing.
 */
@Component
public class DatabaseClock extends Clock {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseClock.class);
  private static final long PROMPT = Duration.ofSeconds(1).toNanos();

  private final OwnConnection connection;
  private final Clock wall;
  private final Duration tolerance;
  private volatile Reading reading;
  private volatile boolean wasOff;

  DatabaseClock(
      OwnConnection connection,
      @Qualifier("wallClock") Clock wall,
      @Value("${ledgerway.instance.clock-tolerance:30s}") Duration tolerance) {
    this.connection = connection;
    this.wall = wall;
    this.tolerance = tolerance;
    read();
  }

  /** Asks the database for the time. An answer that took long tells little and is left unused. */
  public final void read() {
    long before = System.nanoTime();
    Instant told =
        connection
            .jdbc()
            .sql("select ledgerway_now()")
            .query(OffsetDateTime.class)
            .single()
            .toInstant();
    long trip = System.nanoTime() - before;
    if (trip < PROMPT || reading == null) {
      reading = new Reading(told.plusNanos(trip / 2), before + trip);
    }
    tell();
  }

  /** How far the machine's wall clock is ahead of the database's; negative when it is behind. */
  public Duration wallClockAhead() {
    return Duration.between(instant(), wall.instant());
  }

  /** Whether the two differ by more than is tolerated. */
  public boolean isOff() {
    return wallClockAhead().abs().compareTo(tolerance) > 0;
  }

  @Override
  public Instant instant() {
    Reading last = reading;
    return last.at.plusNanos(System.nanoTime() - last.nanos).truncatedTo(ChronoUnit.MICROS);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    // Moments are the same in every zone; what reads local dates converts them itself.
    return this;
  }

  private void tell() {
    boolean off = isOff();
    if (off != wasOff) {
      wasOff = off;
      if (off) {
        LOG.warn(
            "event=clock_off ahead={} tolerance={} hint=\"Set this machine's clock (NTP); until"
                + " then this engine takes up no work.\"",
            wallClockAhead(),
            tolerance);
      } else {
        LOG.info("event=clock_right ahead={}", wallClockAhead());
      }
    }
  }

  /**
   * @param nanos of the monotonic clock
   */
  private record Reading(Instant at, long nanos) {}
}
