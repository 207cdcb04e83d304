package io.ledgerway.xero;

import io.ledgerway.xero.XeroMustWait.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/** For how long Xero wants to be left alone (xero-api.md 3, 6.6). */
final class Waiting {

  private static final Duration UNAVAILABLE = Duration.ofSeconds(5);
  private static final Duration MINUTE = Duration.ofSeconds(10);
  private static final Duration DAY = Duration.ofMinutes(15);

  private Waiting() {}

  /** The pause that an answer demands; null when none. */
  static Pause of(Answer answer, Instant now) {
    if (answer.status() == 503) {
      return new Pause(Limit.UNAVAILABLE, now.plus(told(answer, UNAVAILABLE)));
    }
    if (answer.status() != 429) {
      return null;
    }
    Limit limit = limit(answer);
    return new Pause(limit, now.plus(told(answer, unless(limit))));
  }

  private static Limit limit(Answer answer) {
    String problem = answer.header("X-Rate-Limit-Problem");
    String name = problem == null ? "" : problem.trim().toLowerCase(Locale.ROOT).replace("-", "");
    return switch (name) {
      case "minute" -> Limit.MINUTE;
      case "day", "daily" -> Limit.DAY;
      case "appminute" -> Limit.APP_MINUTE;
      case "concurrent" -> Limit.CONCURRENT;
      // Only the windows come with a time to wait.
      default -> answer.header("Retry-After") == null ? Limit.CONCURRENT : Limit.MINUTE;
    };
  }

  private static Duration told(Answer answer, Duration otherwise) {
    Integer seconds = answer.number("Retry-After");
    // Whole seconds may have been rounded down.
    return seconds == null || seconds < 0 ? otherwise : Duration.ofSeconds(seconds + 1L);
  }

  private static Duration unless(Limit limit) {
    return switch (limit) {
      case DAY -> DAY;
      case MINUTE -> MINUTE;
      // Not all at once again.
      default -> Duration.ofMillis(ThreadLocalRandom.current().nextLong(1000, 2000));
    };
  }
}
