package io.ledgerway.cause;

import io.ledgerway.problem.Problem;
import io.ledgerway.reference.Books;
import io.ledgerway.reference.Organisation;
import io.ledgerway.reference.Settings.Access;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the organisation as a whole can have against a document. */
public final class OrganisationCauses {

  public static final String LOCK_DATE = KeyKind.ORGANISATION.of("lock-date");
  public static final String PLAN = KeyKind.ORGANISATION.of("plan");

  public static final String CONNECTION = KeyKind.SETTING.of("connection");

  private OrganisationCauses() {}

  public static Problem setUpIncomplete() {
    return Cause.SETUP_INCOMPLETE.at(null, List.of(KeyKind.SETTING.of("import-settings")));
  }

  /** Whether the company can export now as far as its connection is concerned. */
  public static Optional<Problem> shutOut(Access access) {
    List<String> keys = List.of(CONNECTION);
    return switch (access) {
      case OPEN -> Optional.empty();
      case EXPIRED -> Optional.of(Cause.CONNECTION_EXPIRED.at(null, keys));
      case DISABLED -> Optional.of(Cause.CONNECTION_DISABLED.at(null, keys));
    };
  }

  /**
   * @param resource of Xero's, that cannot be written
   */
  public static Problem consentNeeded(String resource) {
    return Cause.CONSENT_NEEDED.about(null, List.of(CONNECTION), List.of(), List.of(resource));
  }

  public static Problem dateInvalid(String date, String field) {
    return Cause.DATE_INVALID.at(field, List.of(), date);
  }

  public static Optional<Problem> locked(Books books, LocalDate date, String field) {
    return books
        .organisation()
        .filter(organisation -> organisation.isLocked(date))
        .map(
            organisation ->
                Cause.PERIOD_LOCKED.at(field, List.of(LOCK_DATE), date, organisation.lockDate()));
  }

  /** Whether a document that Xero keeps in the organisation's own currency is in another one. */
  public static Optional<Problem> notBaseCurrency(Books books, String currency, String field) {
    return books
        .organisation()
        .map(Organisation::baseCurrency)
        .filter(base -> currency != null && !base.equals(currency))
        .map(
            base ->
                Cause.NOT_BASE_CURRENCY.at(
                    field, List.of(KeyKind.ORGANISATION.of("currency")), currency, base));
  }

  public static Optional<Problem> currencyUnknown(Books books, String currency, String field) {
    return books.hasCurrency(currency)
        ? Optional.empty()
        : Optional.of(
            Cause.CURRENCY_NOT_SUBSCRIBED.at(
                field, List.of(KeyKind.CURRENCY.of(currency)), currency));
  }
}
