package io.ledgerway.posting;

import static io.ledgerway.posting.XeroFields.objects;
import static io.ledgerway.posting.XeroFields.text;

import io.ledgerway.problem.Problem;
import io.ledgerway.problem.Problem.Actor;
import io.ledgerway.reference.Account;
import io.ledgerway.reference.Books;
import io.ledgerway.reference.Settings.MixedSigns;
import io.ledgerway.reference.TaxRate;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Every known cause for which Xero would refuse a document (xero-api.md 4.3 to 4.6, 6.3, 7), looked
 * for in the company's own books, all of them at once. Used by one thread.
 */
class DocumentChecks {

  private static final BigDecimal LARGEST_AMOUNT = new BigDecimal("9999999999.99");
  private final LedgerRow row;
  private final Map<String, Object> document;
  private final String marker;
  private final Books books;
  private final List<Problem> problems = new ArrayList<>();

  DocumentChecks(LedgerRow row, Map<String, Object> document, String marker, Books books) {
    this.row = row;
    this.document = document;
    this.marker = marker;
    this.books = books;
  }

  /**
   * Of a document that is no document to Xero, or not the one that came in, nothing else is told.
   */
  List<Problem> problems() {
    problems.addAll(new DocumentShape(row, document).problems());
    new DocumentTotal(row, document, books).difference().ifPresent(problems::add);
    checkMarker();
    if (!problems.isEmpty()) {
      return problems;
    }
    checkUrl();
    checkContact();
    checkDate();
    Account bankAccount = checkBankAccount();
    checkCurrency(bankAccount);
    checkLines();
    return problems;
  }

  private void checkMarker() {
    XeroResource resource = XeroResource.valueOf(row.resource());
    String text = text(document, resource.markerField());
    if (!marker.equals(resource.marker(document)) || text.length() > 255) {
      add(
          "MARKER_MISSING",
          "The mapping does not put the marker into %s, or makes it longer than 255 characters."
              .formatted(resource.markerField()),
          Actor.ENGINEER,
          "Put $marker() into " + resource.markerField() + ".",
          "mapping:" + row.mapping(),
          resource.markerField());
    }
  }

  private void checkUrl() {
    String url = text(document, "Url");
    if (url != null && (!absolute(url) || url.toLowerCase(Locale.ROOT).contains("xero"))) {
      add(
          "URL_UNUSABLE",
          "Xero takes an absolute address that does not contain its own name, not '" + url + "'.",
          Actor.ENGINEER,
          "Set the address of the hub.",
          null,
          "Url");
    }
  }

  private static boolean absolute(String url) {
    try {
      URI uri = URI.create(url);
      return uri.isAbsolute() && uri.getHost() != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private void checkContact() {
    if (text(document, "Contact", "ContactID") == null) {
      add(
          "CONTACT_MISSING",
          "Your expense is missing a required field for Xero: contact. Please review and retry.",
          Actor.ENGINEER,
          "Let the mapping set Contact.ContactID.",
          "mapping:" + row.mapping(),
          "Contact");
    }
  }

  private void checkDate() {
    LocalDate date = XeroFields.day(text(document, "Date"));
    books
        .organisation()
        .filter(organisation -> date != null && organisation.isLocked(date))
        .ifPresent(
            organisation ->
                add(
                    "PERIOD_LOCKED",
                    "The document is dated %s; the books are locked up to and including %s."
                        .formatted(date, organisation.lockDate()),
                    Actor.FINANCE,
                    "Move the lock date in Xero, or have the expense dated later.",
                    "organisation:lock-date",
                    "date"));
  }

  private Account checkBankAccount() {
    String id = text(document, "BankAccount", "AccountID");
    if (!row.resource().equals(XeroResource.BankTransactions.name())) {
      return null;
    }
    Optional<Account> account = id == null ? Optional.empty() : books.account(id);
    if (account.isEmpty() || !account.get().active() || !account.get().isBank()) {
      add(
          "BANK_ACCOUNT_UNUSABLE",
          "We couldn't find a matching bank account in Xero. Check your Xero setup.",
          Actor.ADMIN,
          "Choose an active bank account for the card or for travel.",
          id == null ? null : "account:" + id,
          "BankAccount");
    }
    return account.orElse(null);
  }

  private void checkCurrency(Account bankAccount) {
    String currency = row.currency();
    if (currency == null) {
      return;
    }
    if (!books.hasCurrency(currency)) {
      add(
          "CURRENCY_NOT_SUBSCRIBED",
          "Organisation is not subscribed to currency " + currency + ".",
          Actor.ADMIN,
          "Add the currency in Xero.",
          "currency:" + currency,
          "currency");
    } else if (bankAccount != null) {
      String accounts =
          bankAccount.currency() == null || bankAccount.currency().isEmpty()
              ? books.organisation().map(o -> o.baseCurrency()).orElse(currency)
              : bankAccount.currency();
      if (!accounts.equals(currency)) {
        add(
            "CURRENCY_OF_BANK_ACCOUNT",
            "The expense is in %s, its bank account '%s' is in %s."
                .formatted(currency, bankAccount.name(), accounts),
            Actor.ADMIN,
            "Map the card or travel to a bank account in " + currency + ".",
            "account:" + bankAccount.id(),
            "currency");
      }
    }
  }

  private void checkLines() {
    List<Map<String, Object>> lines = objects(document, "LineItems");
    BigDecimal total = BigDecimal.ZERO;
    boolean negative = false;
    for (int i = 0; i < lines.size(); i++) {
      String field = "lines[" + i + "]";
      BigDecimal lineAmount = XeroFields.lineAmount(lines.get(i));
      checkAmount(lineAmount, field);
      checkAccount(lines.get(i), field);
      checkTracking(lines.get(i), field);
      if (lineAmount != null) {
        total = total.add(lineAmount);
        negative |= lineAmount.signum() < 0;
      }
    }
    if (total.signum() <= 0) {
      add(
          "TOTAL_NOT_POSITIVE",
          "The document's total is " + total.toPlainString() + "; Xero takes only more than zero.",
          Actor.EMPLOYEE,
          "Correct the amounts, or delete the expense.",
          null,
          "lines");
    } else if (negative && books.settings().mixedSigns() == MixedSigns.HOLD) {
      add(
          "MIXED_SIGNS",
          "Some lines are spent and others refunded.",
          Actor.FINANCE,
          "Send spend and refund as two expenses, or let the company post them as one net"
              + " document.",
          "setting:mixed-signs",
          "lines");
    }
  }

  private void checkAmount(BigDecimal amount, String field) {
    if (amount == null || amount.signum() == 0) {
      add(
          "AMOUNT_ZERO",
          "Your expense is missing a required field for Xero: amount. Please review and retry.",
          Actor.EMPLOYEE,
          "Give the line an amount other than zero, or remove it.",
          null,
          field + ".amount");
    } else if (amount.stripTrailingZeros().scale() > 2
        || amount.abs().compareTo(LARGEST_AMOUNT) > 0) {
      add(
          "AMOUNT_NOT_EXACT",
          "Xero cannot hold the amount " + amount.toPlainString() + " to the cent.",
          Actor.EMPLOYEE,
          "Give an amount with at most two decimals, of at most 9,999,999,999.99.",
          null,
          field + ".amount");
    }
  }

  private void checkAccount(Map<String, Object> line, String field) {
    Optional<Account> found = Optional.ofNullable(text(line, "AccountID")).flatMap(books::account);
    if (found.isEmpty()) {
      found = Optional.ofNullable(text(line, "AccountCode")).flatMap(books::accountByCode);
    }
    if (found.isEmpty()
        || !found.get().active()
        || !found.get().imported()
        || found.get().isBank()) {
      add(
          "ACCOUNT_UNUSABLE",
          "We couldn't find a matching account in Xero. Check your Xero setup.",
          Actor.ADMIN,
          "Choose a category that stands for an imported, active account that is no bank account.",
          found.map(account -> "account:" + account.id()).orElse(null),
          field + ".category");
      return;
    }
    checkTax(line, found.get(), field);
  }

  private void checkTracking(Map<String, Object> line, String field) {
    for (Map<String, Object> element : objects(line, "Tracking")) {
      Optional.ofNullable(text(element, "TrackingOptionID"))
          .flatMap(books::trackingOption)
          .filter(option -> !option.active() || !option.imported())
          .ifPresent(
              option ->
                  add(
                      "TRACKING_OPTION_UNUSABLE",
                      "The tracking option %s: %s is archived in Xero, or no longer imported."
                          .formatted(option.categoryName(), option.name()),
                      Actor.ADMIN,
                      "Restore or select the option, or choose another cost object on the expense.",
                      "tracking-option:" + option.id(),
                      field + ".costObjects"));
    }
  }

  private void checkTax(Map<String, Object> line, Account account, String field) {
    String taxType = text(line, "TaxType");
    Optional<TaxRate> rate = Optional.ofNullable(taxType).flatMap(books::taxRate);
    if (rate.isPresent() && (taxType.contains("OUTPUT") || !rate.get().appliesTo(account))) {
      add(
          "TAX_RATE_NOT_FOR_PURCHASES",
          "An invalid value was sent for tax rate. Check your Xero setup. '%s' (%s) cannot be used with account '%s'."
              .formatted(rate.get().name(), taxType, account.name()),
          Actor.EMPLOYEE,
          "Choose a tax rate for purchases; rates with OUTPUT are for sales.",
          "tax-rate:" + taxType,
          field + ".taxRate");
    }
  }

  private void add(
      String code, String message, Actor actor, String action, String subject, String field) {
    problems.add(new Problem(code, message, actor, action, subject, field));
  }
}
