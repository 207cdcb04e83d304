package io.ledgerway.settling;

import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When uncertain batches are tried again.
 *
 * @param firstRetry pause before a batch is sent again; doubles with each attempt
 * @param longestRetry the longest such pause
 * @param afterError how long after an answered error Xero is looked at first: what stands there by
 *     then is settled soon
 * @param afterSilence how long after an unanswered call Xero is looked at: longer than any call of
 *     ours can still be under way ({@code xero.call-timeout})
 * @param absentAfter how long after the last call ended a look must come to prove that a document
 *     is not there: lists may lag behind writes (xero-api.md 7, item 21)
 * @param longestLook the longest pause between looks that fail; it doubles from the first retry
 * @param needsSomebodyAfter how many failed looks it takes until somebody is asked for
 */
@ConfigurationProperties("ledgerway.settle")
record SettleTimes(
    @DefaultValue("1s") Duration firstRetry,
    @DefaultValue("30s") Duration longestRetry,
    @DefaultValue("5s") Duration afterError,
    @DefaultValue("150s") Duration afterSilence,
    @DefaultValue("3m") Duration absentAfter,
    @DefaultValue("6h") Duration longestLook,
    @DefaultValue("5") int needsSomebodyAfter) {

  Instant retry(int attempts, Instant now) {
    return now.plus(pause(attempts, longestRetry));
  }

  /** After a look that failed, the last of so many. */
  Instant lookAgain(int failedLooks, Instant now) {
    return now.plus(pause(failedLooks, longestLook));
  }

  private Duration pause(int times, Duration longest) {
    Duration pause = firstRetry.multipliedBy(1L << Math.min(Math.max(times - 1, 0), 20));
    return pause.compareTo(longest) > 0 ? longest : pause;
  }

  /** When a call that was answered, error or not, has shown in Xero's lists if it ever does. */
  Instant absentAfterAnswer(Instant now) {
    return now.plus(absentAfter);
  }

  /** The same when a call may still be under way. */
  Instant absentAfterSilence(Instant now) {
    return now.plus(afterSilence).plus(absentAfter);
  }
}
