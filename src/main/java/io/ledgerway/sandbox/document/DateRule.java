package io.ledgerway.sandbox.document;

import io.ledgerway.sandbox.books.Organisation;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Lock dates: nothing may be posted on or before them; drafts pass (xero-api.md 7, item 18). */
public final class DateRule {

  private static final DateTimeFormatter SHOWN =
      DateTimeFormatter.ofPattern("dd-MMM-yyyy", Locale.ENGLISH);

  private DateRule() {}

  static void check(Organisation books, Document document, Findings findings) {
    if (document.isPosted()) {
      String locked = locked(books, document.date);
      if (locked != null) {
        findings.error(locked);
      }
    }
  }

  /** Null when the date is open. */
  public static String locked(Organisation books, LocalDate date) {
    LocalDate yearEnd = books.endOfYearLockDate();
    if (yearEnd != null && !date.isAfter(yearEnd)) {
      return "The document date cannot be before the end of year lock date, currently set at "
          + SHOWN.format(yearEnd);
    }
    LocalDate period = books.periodLockDate();
    if (period != null && !date.isAfter(period)) {
      return "The document date cannot be before the period lock date, currently set at "
          + SHOWN.format(period);
    }
    return null;
  }

  /** Why a posted document may not be changed any more; null when it may. */
  static String lockedEdit(Organisation books, Document before) {
    if (!before.isPosted() || locked(books, before.date) == null) {
      return null;
    }
    LocalDate yearEnd = books.endOfYearLockDate();
    boolean byYear = yearEnd != null && !before.date.isAfter(yearEnd);
    return "The document cannot be edited as it is currently dated before the %s lock date"
        .formatted(byYear ? "end of year" : "period");
  }
}
