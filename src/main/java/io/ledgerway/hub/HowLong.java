package io.ledgerway.hub;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How long documents took from receipt to posted.
 *
 * @param half of them were posted within this
 * @param most 95 of 100 were
 */
record HowLong(Duration half, Duration most, List<Part> parts, int number) {

  private static final List<Integer> ENDS = List.of(30, 60, 120, 300);
  private static final List<String> LABELS =
      List.of("under 30 s", "30 s to 1 min", "1 to 2 min", "2 to 5 min", "over 5 min");
  private static final int HUNDRED = 100;

  /**
   * @param width of its bar, of a hundred
   */
  record Part(String label, long number, long width) {}

  /**
   * @param seconds in order; null when there are none
   */
  static HowLong of(List<Long> seconds) {
    if (seconds.isEmpty()) {
      return null;
    }
    long[] counts = new long[LABELS.size()];
    for (long each : seconds) {
      counts[(int) ENDS.stream().filter(end -> each >= end).count()]++;
    }
    long highest = 1;
    for (long count : counts) {
      highest = Math.max(highest, count);
    }
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      parts.add(new Part(LABELS.get(i), counts[i], counts[i] * HUNDRED / highest));
    }
    return new HowLong(at(seconds, 50), at(seconds, 95), parts, seconds.size());
  }

  private static Duration at(List<Long> seconds, int hundredth) {
    return Duration.ofSeconds(
        Math.max(0, seconds.get((seconds.size() * hundredth + 99) / HUNDRED - 1)));
  }
}
