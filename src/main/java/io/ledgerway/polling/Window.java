package io.ledgerway.polling;

import java.time.LocalDate;

/** The days that are read with one order. */
record Window(LocalDate since, LocalDate until) {

  /** The first month of a span; a span without an end is read at once. */
  static Window first(LocalDate since, LocalDate last) {
    if (last == null) {
      return new Window(since, null);
    }
    LocalDate monthsEnd = since.plusMonths(1).minusDays(1);
    return new Window(since, monthsEnd.isBefore(last) ? monthsEnd : last);
  }

  /** The month after; null when the span is over. */
  Window next(LocalDate last) {
    return until == null || last == null || !until.isBefore(last)
        ? null
        : first(until.plusDays(1), last);
  }
}
