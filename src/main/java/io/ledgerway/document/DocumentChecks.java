package io.ledgerway.document;

import static io.ledgerway.document.ResourceFacts.Trait.BASE_CURRENCY_ONLY;
import static io.ledgerway.document.ResourceFacts.Trait.LINES_SUM_TO_ZERO;
import static io.ledgerway.document.ResourceFacts.Trait.NEEDS_CONTACT;
import static io.ledgerway.document.ResourceFacts.Trait.TOTAL_ABOVE_ZERO;
import static io.ledgerway.document.XeroFields.objects;
import static io.ledgerway.document.XeroFields.text;

import io.ledgerway.cause.AccountCauses;
import io.ledgerway.cause.AmountCauses;
import io.ledgerway.cause.BankAccountCauses;
import io.ledgerway.cause.ContactCauses;
import io.ledgerway.cause.MappingCauses;
import io.ledgerway.cause.OrganisationCauses;
import io.ledgerway.cause.TaxRateCauses;
import io.ledgerway.cause.TrackingCauses;
import io.ledgerway.document.ResourceFacts.Marker;
import io.ledgerway.problem.Problem;
import io.ledgerway.reference.Account;
import io.ledgerway.reference.Books;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Every known cause for which Xero would refuse a document (xero-api.md 4.3 to 4.6, 4.8, 6.3, 7),
 * looked for in the company's own books, all of them at once. Whether the company lets its sources
 * use a record is a look-up's question, and none of Xero's. Used by one thread.
 */
public class DocumentChecks {

  private static final Pattern FINDABLE = Pattern.compile("[\\x20-\\x7e&&[^\"\\\\]]+");
  private static final Pattern ADDRESSABLE = Pattern.compile("[^/?#%;]+");

  private final SourceDocument source;
  private final DocumentResource resource;
  private final Map<String, Object> document;
  private final String marker;
  private final Books books;
  private final MappingCauses mapping;
  private final List<Problem> problems = new ArrayList<>();

  /**
   * @param marker that the document is found by in Xero, unless a number of its own does that
   */
  public DocumentChecks(
      SourceDocument source, Map<String, Object> document, String marker, Books books) {
    this.source = source;
    this.resource = source.resource();
    this.document = document;
    this.marker = marker;
    this.books = books;
    this.mapping = new MappingCauses(source.mapping());
  }

  /**
   * Of a document that is no document to Xero, or not the one that came in, nothing else is told.
   */
  public List<Problem> problems() {
    problems.addAll(new DocumentShape(source, document).problems());
    new DocumentTotal(source, document, books).difference().ifPresent(problems::add);
    checkMarker();
    if (!problems.isEmpty()) {
      return problems;
    }
    checkUrl();
    checkContact();
    if (resource.isInTheBooks()) {
      note(OrganisationCauses.locked(books, XeroFields.day(text(document, "Date")), "date"));
    }
    checkCurrency();
    checkPaymentAccount();
    checkLines();
    return problems;
  }

  private void checkMarker() {
    Marker place = resource.facts().marker();
    String text = text(document, place.field());
    String found = resource.marker(document);
    boolean own = found != null && resource.isWhole(found);
    if (!own && !marker.equals(found) || text.length() > place.longest()) {
      problems.add(mapping.markerMissing(place.field(), place.longest()));
    } else if (own && !canBeAskedFor(text)) {
      problems.add(
          mapping.malformed(
              place.field() + " has characters that it cannot be looked for by", place.field()));
    }
  }

  /** In quotes, or as a part of an address. */
  private boolean canBeAskedFor(String number) {
    return FINDABLE.matcher(number).matches()
        && (!resource.isReadOneByOne() || ADDRESSABLE.matcher(number).matches());
  }

  private void checkUrl() {
    String url = text(document, "Url");
    if (url != null && !LinkBack.isTaken(url)) {
      problems.add(mapping.urlUnusable(url));
    }
  }

  private void checkContact() {
    String id = text(document, "Contact", "ContactID");
    if (id == null && !resource.has(NEEDS_CONTACT)) {
      return;
    }
    if (id == null) {
      problems.add(mapping.contactMissing(source.noun()));
    } else {
      note(books.contact(id).flatMap(contact -> ContactCauses.archived(contact, "Contact")));
    }
  }

  private void checkCurrency() {
    Optional<Problem> unknown =
        Optional.ofNullable(source.currency())
            .flatMap(code -> OrganisationCauses.currencyUnknown(books, code, "currency"));
    note(unknown);
    if (resource.has(BASE_CURRENCY_ONLY)) {
      note(OrganisationCauses.notBaseCurrency(books, source.currency(), "currency"));
    }
    String bankAccount = text(document, "BankAccount", "AccountID");
    if (bankAccount != null) {
      String currency = unknown.isPresent() ? null : source.currency();
      note(BankAccountCauses.of(books, bankAccount, currency, "BankAccount"));
    }
  }

  private void checkPaymentAccount() {
    String id = text(document, "Account", "AccountID");
    String code = text(document, "Account", "Code");
    if (id != null || code != null) {
      Optional<Account> account = id == null ? books.accountByCode(code) : books.account(id);
      note(
          account.isEmpty()
              ? Optional.of(
                  id == null
                      ? AccountCauses.unknownCode(code, "account")
                      : AccountCauses.unknown(id, "account"))
              : AccountCauses.archived(account.get(), "account"));
    }
  }

  private void checkLines() {
    List<BigDecimal> amounts = new ArrayList<>();
    List<Map<String, Object>> lines = resource.lines(document);
    for (int i = 0; i < lines.size(); i++) {
      String field = "lines[" + i + "]";
      amounts.add(XeroFields.lineAmount(lines.get(i)));
      checkAmount(amounts.get(i), field + ".amount");
      checkAccount(lines.get(i), field);
      checkTracking(lines.get(i), field + ".costObjects");
    }
    BigDecimal total = amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    if (resource.has(TOTAL_ABOVE_ZERO) && total.signum() <= 0) {
      problems.add(AmountCauses.totalNotPositive(total));
    }
  }

  private void checkAmount(BigDecimal amount, String field) {
    note(AmountCauses.zero(amount, field).or(() -> AmountCauses.notExact(amount, field)));
  }

  private void checkAccount(Map<String, Object> line, String lineField) {
    String field = lineField + ".category";
    String id = text(line, "AccountID");
    String code = text(line, "AccountCode");
    Optional<Account> account = id == null ? books.accountByCode(code) : books.account(id);
    if (account.isEmpty()) {
      problems.add(
          id == null ? AccountCauses.unknownCode(code, field) : AccountCauses.unknown(id, field));
      return;
    }
    note(
        resource.has(LINES_SUM_TO_ZERO)
            ? AccountCauses.inJournal(account.get(), field)
            : AccountCauses.unusable(account.get(), field));
    checkTax(line, account.get(), lineField + ".taxRate");
  }

  private void checkTax(Map<String, Object> line, Account account, String field) {
    String taxType = text(line, "TaxType");
    if (taxType != null) {
      note(
          books
              .taxRate(taxType)
              .map(
                  rate ->
                      TaxRateCauses.inactive(rate, field)
                          .or(() -> TaxRateCauses.unfit(rate, account, field)))
              .orElseGet(() -> Optional.of(TaxRateCauses.unknown(taxType, field))));
    }
  }

  private void checkTracking(Map<String, Object> line, String field) {
    objects(line, "Tracking").stream()
        .map(element -> text(element, "TrackingOptionID"))
        .filter(Objects::nonNull)
        .forEach(
            id ->
                note(
                    books
                        .trackingOption(id)
                        .map(option -> TrackingCauses.archived(option, field))
                        .orElseGet(() -> Optional.of(TrackingCauses.unknown(id, field)))));
  }

  private void note(Optional<Problem> problem) {
    problem.ifPresent(problems::add);
  }
}
