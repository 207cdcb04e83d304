package io.ledgerway.crash;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an engine is in the middle of when it is killed. */
enum Moment {
  /** Anything, even its own start. */
  AT_ONCE("select cast(:since as timestamptz) is not null"),
  /** Documents are stored, and not yet sent. */
  STORED(
      "select exists (select from posting where state in ('RECEIVED', 'READY') and changed_at > :since)"),
  /**
   * The intent is written: the call is on its way, or about to be, or answered and not yet stored.
   */
  SENDING("select exists (select from batch where state = 'SENDING' and intended_at > :since)"),
  /** The answer is stored, and Perk has not been told. */
  UNTOLD(
      "select exists (select from posting_history where state = 'POSTED' and told_at is null and at > :since)");

  private final String when;

  Moment(String when) {
    this.when = when;
  }

  static Moment any(Random random) {
    return values()[random.nextInt(values().length)];
  }

  /**
   * Returns a random while after the moment has come, or when it does not come.
   *
   * @param since when this engine was started: it is to have done something itself
   * @return whether it came
   */
  boolean await(JdbcClient ledger, OffsetDateTime since, Random random) {
    boolean came = true;
    try {
      Awaitility.await()
          .pollInSameThread()
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(3))
          .atMost(Duration.ofSeconds(12))
          .until(() -> ledger.sql(when).param("since", since).query(Boolean.class).single());
    } catch (ConditionTimeoutException e) {
      came = false;
    }
    pass(this == AT_ONCE ? random.nextInt(3_000) : random.nextInt(60));
    return came;
  }

  /** The one thing here that is about time and not about a condition. */
  private static void pass(int millis) {
    try {
      new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
