package io.ledgerway.drawing;

import io.ledgerway.routemap.Counts;
import io.ledgerway.routemap.LastFailure;
import java.util.Locale;

/** Words and numbers as they fit into a box. */
final class Words {

  private Words() {}

  /**
   * @param room for so many narrow characters; those of East Asia, and pictures, take two
   */
  static String cut(String text, int room) {
    String line = text.strip().replaceAll("\\s+", " ");
    int used = 0;
    for (int i = 0; i < line.length(); i += Character.charCount(line.codePointAt(i))) {
      used += isWide(line.codePointAt(i)) ? 2 : 1;
      if (used > room) {
        return fitting(line, room - 1) + "…";
      }
    }
    return line;
  }

  private static String fitting(String line, int room) {
    int used = 0;
    int i = 0;
    while (i < line.length()) {
      int point = line.codePointAt(i);
      used += isWide(point) ? 2 : 1;
      if (used > room) {
        break;
      }
      i += Character.charCount(point);
    }
    return line.substring(0, i);
  }

  private static boolean isWide(int point) {
    return point >= 0x1100;
  }

  static String of(Counts counts) {
    String much = number(counts.exchanges());
    String mean = counts.meanMicros() == null ? "" : " · " + time(counts.meanMicros());
    String here = counts.underWay() == 0 ? "" : " · " + number(counts.underWay()) + " in it now";
    return much + mean + here;
  }

  static String failures(Counts counts) {
    LastFailure last = counts.lastFailure();
    return number(counts.failures()) + " failed" + (last == null ? "" : ", last " + last.code());
  }

  /** All of it, for who points at it. */
  static String whole(Counts counts) {
    LastFailure last = counts.lastFailure();
    StringBuilder all = new StringBuilder(of(counts));
    if (counts.failures() > 0) {
      all.append("\n").append(number(counts.failures())).append(" failed");
    }
    if (last != null) {
      all.append("\nLast at ").append(last.at()).append(": ").append(last.code());
      if (last.message() != null || last.type() != null) {
        all.append(", ").append(last.message() == null ? last.type() : last.message());
      }
    }
    return all.toString();
  }

  static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  static String time(long micros) {
    if (micros < 1_000) {
      return micros + " µs";
    }
    return micros < 1_000_000
        ? tenths(micros, 1_000) + " ms"
        : number(micros / 1_000_000) + "." + micros / 100_000 % 10 + " s";
  }

  private static String tenths(long micros, long unit) {
    return micros / unit + "." + micros * 10 / unit % 10;
  }
}
