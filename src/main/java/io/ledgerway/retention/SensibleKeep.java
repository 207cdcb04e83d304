package io.ledgerway.retention;

import io.ledgerway.problem.LedgerwayException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.InitializingBean;

/**
 * Refuses to start with times that would take from the engine what it still needs, or that nobody
 * can have meant: what is removed does not come back.
 */
class SensibleKeep implements InitializingBean {

  private static final Duration A_DAY = Duration.ofDays(1);
  private static final Duration AT_MOST = Duration.ofDays(36_525);

  private final Keep keep;
  private final List<String> wrong = new ArrayList<>();

  SensibleKeep(Keep keep) {
    this.keep = keep;
  }

  /**
   * @throws LedgerwayException {@code KEEP_NOT_SENSIBLE}, naming all that is wrong
   */
  @Override
  public void afterPropertiesSet() {
    between("contents", keep.contents(), Duration.ofDays(30), AT_MOST);
    between("evidence", keep.evidence(), Duration.ofDays(366), AT_MOST);
    // Failing looks at Xero are counted over a day.
    between("reads", keep.reads(), A_DAY.multipliedBy(2), AT_MOST);
    between("changes", keep.changes(), A_DAY.multipliedBy(7), AT_MOST);
    between("letters", keep.letters(), A_DAY, AT_MOST);
    between("letters-entered", keep.lettersEntered(), A_DAY, AT_MOST);
    between("notices", keep.notices(), A_DAY, AT_MOST);
    between("readings", keep.readings(), A_DAY, AT_MOST);
    between("requests", keep.requests(), Duration.ofHours(1), A_DAY);
    between("every", keep.every(), Duration.ofSeconds(1), A_DAY);
    between("pause", keep.pause(), Duration.ZERO, Duration.ofMinutes(1));
    notLonger("contents", keep.contents(), "evidence", keep.evidence());
    notLonger("letters-entered", keep.lettersEntered(), "letters", keep.letters());
    if (!wrong.isEmpty()) {
      throw new LedgerwayException(
          "KEEP_NOT_SENSIBLE",
          String.join(" ", wrong),
          "Set them as durations such as 395d or 6h; docs/data.md says what each is of.");
    }
  }

  private void between(String name, Duration value, Duration least, Duration most) {
    if (value == null) {
      wrong.add("ledgerway.keep.%s is not set.".formatted(name));
    } else if (value.compareTo(least) < 0) {
      wrong.add(
          "ledgerway.keep.%s is %s, less than the %s that the engine needs."
              .formatted(name, said(value), said(least)));
    } else if (value.compareTo(most) > 0) {
      wrong.add("ledgerway.keep.%s is %s, more than %s.".formatted(name, said(value), said(most)));
    }
  }

  private void notLonger(String shorter, Duration one, String longer, Duration other) {
    if (one != null && other != null && one.compareTo(other) > 0) {
      wrong.add(
          "ledgerway.keep.%s (%s) is longer than ledgerway.keep.%s (%s)."
              .formatted(shorter, said(one), longer, said(other)));
    }
  }

  private static String said(Duration value) {
    return value.toMillis() % A_DAY.toMillis() == 0 && !value.isZero()
        ? value.toDays() + " days"
        : value.toString().substring(2).toLowerCase(java.util.Locale.ROOT);
  }
}
