package io.ledgerway.receipt;

import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When receipts that did not go through are tried again.
 *
 * @param firstRetry pause after the first attempt that failed; doubles with each
 * @param longestRetry the longest such pause
 * @param attempts after so many somebody has to see to it
 */
@ConfigurationProperties("ledgerway.receipts")
record ReceiptTimes(
    @DefaultValue("1m") Duration firstRetry,
    @DefaultValue("6h") Duration longestRetry,
    @DefaultValue("12") int attempts) {

  /**
   * @param attempts that failed, at least one
   */
  Instant retry(int attempts, Instant now) {
    Duration pause = firstRetry.multipliedBy(1L << Math.min(attempts - 1, 20));
    return now.plus(pause.compareTo(longestRetry) > 0 ? longestRetry : pause);
  }

  boolean isLast(int attempts) {
    return attempts >= this.attempts;
  }
}
