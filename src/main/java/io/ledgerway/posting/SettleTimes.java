package io.ledgerway.posting;

import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When uncertain batches are tried again.
 *
 * @param firstRetry pause before a batch is sent again; doubles with each attempt
 * @param longestRetry the longest such pause
 * @param afterError how long after an answered error Xero is looked at; its lists may lag behind
 *     its writes (xero-api.md 7, item 21)
 * @param afterSilence how long after an unanswered call Xero is looked at: longer than any call of
 *     ours can still be under way ({@code xero.call-timeout})
 */
@ConfigurationProperties("ledgerway.settle")
record SettleTimes(
    @DefaultValue("1s") Duration firstRetry,
    @DefaultValue("30s") Duration longestRetry,
    @DefaultValue("5s") Duration afterError,
    @DefaultValue("150s") Duration afterSilence) {

  Instant retry(int attempts, Instant now) {
    Duration pause = firstRetry.multipliedBy(1L << Math.min(attempts - 1, 10));
    return now.plus(pause.compareTo(longestRetry) > 0 ? longestRetry : pause);
  }
}
