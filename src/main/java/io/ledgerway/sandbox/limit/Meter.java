package io.ledgerway.sandbox.limit;

import java.util.LinkedHashMap;
import java.util.Map;

/** What one app has used of one organisation's limits. Thread-safe. */
final class Meter {

  /** Shown as remaining where a limit is switched off. */
  static final int UNLIMITED = 1_000_000;

  private final Window minute;
  private final Window day;
  private int running;

  Meter(long phase) {
    minute = new Window(60_000L, phase);
    day = new Window(86_400_000L, phase);
  }

  /** The limit that is in the way, or null when the call is counted as begun. */
  synchronized Breach begin(long now, LimitSettings limits) {
    if (!LimitSettings.off(limits.concurrent()) && running >= limits.concurrent()) {
      return new Breach("concurrent", null);
    }
    if (day.full(now, limits.day())) {
      return new Breach("day", day.retryAfter(now));
    }
    if (minute.full(now, limits.minute())) {
      return new Breach("minute", minute.retryAfter(now));
    }
    running++;
    minute.count(now);
    day.count(now);
    return null;
  }

  synchronized void end() {
    running--;
  }

  synchronized void exhaust(String limit, long until) {
    (limit.equals("day") ? day : minute).exhaust(until);
  }

  synchronized Map<String, String> headers(long now, LimitSettings limits) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("X-DayLimit-Remaining", "" + day.remaining(now, limits.day()));
    headers.put("X-MinLimit-Remaining", "" + minute.remaining(now, limits.minute()));
    return headers;
  }

  synchronized Map<String, Object> show(long now, LimitSettings limits) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("running", running);
    shown.put("minuteUsed", minute.used(now));
    shown.put("minuteRemaining", left(minute.remaining(now, limits.minute())));
    shown.put("minuteResetsInSeconds", minute.retryAfter(now));
    shown.put("dayUsed", day.used(now));
    shown.put("dayRemaining", left(day.remaining(now, limits.day())));
    shown.put("dayResetsInSeconds", day.retryAfter(now));
    return shown;
  }

  private static Object left(int remaining) {
    return remaining == UNLIMITED ? "off" : remaining;
  }
}
