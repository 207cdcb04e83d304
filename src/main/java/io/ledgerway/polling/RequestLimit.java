package io.ledgerway.polling;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** At most so many requests within any so many seconds. */
record RequestLimit(int most, int seconds) {

  private static final Pattern ONE = Pattern.compile("(\\d{1,6})/(\\d{1,6})s");

  /**
   * @param text such as {@code 5/10s,20/60s}
   * @throws IllegalArgumentException when it is not like that
   */
  static List<RequestLimit> read(String text) {
    List<RequestLimit> limits = new ArrayList<>();
    for (String each : text.split(",")) {
      Matcher one = ONE.matcher(each.trim());
      if (!one.matches() || Integer.parseInt(one.group(1)) == 0) {
        throw new IllegalArgumentException(
            "limits are written as 5/10s,20/60s, not '" + text + "'");
      }
      limits.add(new RequestLimit(Integer.parseInt(one.group(1)), Integer.parseInt(one.group(2))));
    }
    return limits;
  }
}
