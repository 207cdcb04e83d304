package io.ledgerway.mapping;

import io.ledgerway.problem.Problem;
import io.ledgerway.problem.Problem.Actor;
import io.ledgerway.reference.Account;
import io.ledgerway.reference.TaxRate;
import io.ledgerway.reference.TrackingOption;
import java.math.BigDecimal;
import java.time.LocalDate;

/** The words for what can be wrong with a document, one method per code. */
final class Problems {

  private Problems() {}

  static Problem fieldMissing(String field) {
    return new Problem(
        "REQUIRED_FIELD_MISSING",
        "Your expense is missing a required field for Xero: "
            + field
            + ". Please review and retry.",
        Actor.EMPLOYEE,
        "Add the missing field on the expense, then export again.",
        null,
        field);
  }

  static Problem contactNotFound(String email, String field) {
    return missing(
        "CONTACT_NOT_FOUND",
        "contact with the e-mail address " + email,
        "Give one Xero contact exactly this e-mail address. The expense goes out by itself.",
        "contact:" + email,
        field);
  }

  static Problem contactAmbiguous(String email, int count, String field) {
    return admin(
        "CONTACT_AMBIGUOUS",
        count + " contacts in Xero share the e-mail address " + email + ".",
        "Leave the address on the employee's own contact only, or archive or merge the others.",
        "contact:" + email,
        field);
  }

  static Problem contactArchived(String email, String name, String field) {
    return admin(
        "CONTACT_ARCHIVED",
        "The Xero contact " + name + " (" + email + ") is archived.",
        "Restore the contact in Xero, or give its e-mail address to an active one.",
        "contact:" + email,
        field);
  }

  static Problem categoryUnknown(String id, String field) {
    return missing(
        "CATEGORY_UNKNOWN",
        "account for the category " + id,
        "Choose a category that was imported from Xero, or import its account.",
        "account:" + id,
        field);
  }

  static Problem accountArchived(Account account, String field) {
    return admin(
        "ACCOUNT_ARCHIVED",
        "The account " + named(account) + " is archived in Xero.",
        "Restore the account in Xero, or choose another category on the expense.",
        "account:" + account.id(),
        field);
  }

  static Problem accountNotImported(Account account, String field) {
    return admin(
        "CATEGORY_NOT_IMPORTED",
        "The account " + named(account) + " is not among those that the company imports.",
        "Select the account in the import settings, or choose another category on the expense.",
        "account:" + account.id(),
        field);
  }

  static Problem accountUnusable(Account account, String field) {
    return admin(
        "CATEGORY_NOT_USABLE",
        "The account "
            + named(account)
            + " cannot stand on a line: it is a bank account or has no"
            + " code.",
        "Choose another category on the expense, or give the account a code in Xero.",
        "account:" + account.id(),
        field);
  }

  static Problem taxRateUnknown(String taxType, String field) {
    return missing(
        "TAX_RATE_UNKNOWN",
        "tax rate " + taxType,
        "Choose a tax rate that was imported from Xero.",
        "tax-rate:" + taxType,
        field);
  }

  static Problem taxRateInactive(TaxRate rate, String field) {
    return admin(
        "TAX_RATE_INACTIVE",
        "The tax rate " + rate.name() + " (" + rate.taxType() + ") is no longer active in Xero.",
        "Choose an active tax rate on the expense.",
        "tax-rate:" + rate.taxType(),
        field);
  }

  static Problem taxRateNotImported(TaxRate rate, String field) {
    return admin(
        "TAX_RATE_NOT_IMPORTED",
        "The tax rate "
            + rate.name()
            + " ("
            + rate.taxType()
            + ") is not among those that the company imports.",
        "Select the tax rate in the import settings, or choose another on the expense.",
        "tax-rate:" + rate.taxType(),
        field);
  }

  static Problem taxRateNotForAccount(TaxRate rate, Account account, String field) {
    return new Problem(
        "TAX_RATE_NOT_FOR_PURCHASES",
        "An invalid value was sent for tax rate. "
            + rate.name()
            + " ("
            + rate.taxType()
            + ") cannot be used with the account "
            + named(account)
            + ".",
        Actor.EMPLOYEE,
        "Use a purchase-class tax rate, then export again.",
        "tax-rate:" + rate.taxType(),
        field);
  }

  static Problem costObjectUnknown(String id, String field) {
    return missing(
        "COST_OBJECT_UNKNOWN",
        "tracking option for the cost object " + id,
        "Choose a cost object that was imported from Xero.",
        "tracking-option:" + id,
        field);
  }

  static Problem costObjectArchived(TrackingOption option, String field) {
    return admin(
        "COST_OBJECT_ARCHIVED",
        "The tracking option "
            + option.categoryName()
            + ": "
            + option.name()
            + " is archived in Xero.",
        "Restore the option in Xero, or choose another cost object on the expense.",
        "tracking-option:" + option.id(),
        field);
  }

  static Problem costObjectNotImported(TrackingOption option, String field) {
    return admin(
        "COST_OBJECT_NOT_IMPORTED",
        "The tracking option "
            + option.categoryName()
            + ": "
            + option.name()
            + " is not among those that the company imports.",
        "Select the option in the import settings, or choose another cost object on the expense.",
        "tracking-option:" + option.id(),
        field);
  }

  static Problem tooManyTracking(int count, String field) {
    return new Problem(
        "COST_OBJECTS_CLASH",
        "A line can carry one option of each of two tracking categories; this one has "
            + count
            + " that do not fit together.",
        Actor.EMPLOYEE,
        "Keep one cost object per tracking category on the line.",
        null,
        field);
  }

  static Problem cardMissing(String field) {
    return new Problem(
        "CARD_MISSING",
        "Your expense is missing a required field for Xero: card. Please review and retry.",
        Actor.EMPLOYEE,
        "Say which company card paid, then export again.",
        null,
        field);
  }

  static Problem cardNotMapped(String card, String field) {
    return missing(
        "CARD_NOT_MAPPED",
        "bank account for the company card " + card,
        "Map the card to its Xero bank account.",
        "card:" + card,
        field);
  }

  static Problem transferAccountMissing() {
    return admin(
        "TRANSFER_ACCOUNT_MISSING",
        "Travel expenses need a transfer account, and none has been chosen.",
        "Choose the Xero bank account that travel expenses post to.",
        "setting:transfer-account",
        null);
  }

  static Problem bankAccountUnknown(String accountId, String field) {
    return missing(
        "BANK_ACCOUNT_UNKNOWN",
        "bank account " + accountId,
        "Map the card or the transfer account to a bank account that exists in Xero.",
        "account:" + accountId,
        field);
  }

  static Problem bankAccountArchived(Account account, String field) {
    return admin(
        "BANK_ACCOUNT_ARCHIVED",
        "The bank account " + named(account) + " is archived in Xero.",
        "Restore the bank account in Xero, or map another one.",
        "account:" + account.id(),
        field);
  }

  static Problem currencyDiffers(String currency, Account account, String kept, String field) {
    return admin(
        "CURRENCY_OF_BANK_ACCOUNT",
        "The expense is in "
            + currency
            + ", but the bank account "
            + named(account)
            + " is kept in "
            + kept
            + ".",
        "Map the card to a bank account in " + currency + ", or correct the currency.",
        "account:" + account.id(),
        field);
  }

  static Problem currencyUnknown(String currency, String field) {
    return admin(
        "CURRENCY_NOT_SUBSCRIBED",
        "The Xero organisation is not subscribed to the currency " + currency + ".",
        "Add the currency in Xero, or correct it on the expense.",
        "currency:" + currency,
        field);
  }

  static Problem dateInvalid(String date, String field) {
    return new Problem(
        "DATE_INVALID",
        "An invalid value was sent for date: " + date + ".",
        Actor.EMPLOYEE,
        "Correct the date of the expense.",
        null,
        field);
  }

  static Problem dateLocked(LocalDate date, LocalDate lockDate, String field) {
    return new Problem(
        "PERIOD_LOCKED",
        "The expense is dated " + date + ", and the books are locked up to " + lockDate + ".",
        Actor.FINANCE,
        "Move the lock date in Xero, or re-date the expense.",
        "organisation:lock-date",
        field);
  }

  static Problem tooManyDecimals(BigDecimal amount, String field) {
    return new Problem(
        "AMOUNT_NOT_EXACT",
        "The amount " + amount.toPlainString() + " has more than two decimals.",
        Actor.EMPLOYEE,
        "Correct the amount to the cent.",
        null,
        field);
  }

  static Problem amountZero(String field) {
    return new Problem(
        "AMOUNT_ZERO",
        "An amount of zero cannot be posted.",
        Actor.EMPLOYEE,
        "Remove the line or give it an amount.",
        null,
        field);
  }

  static Problem totalZero() {
    return new Problem(
        "TOTAL_NOT_POSITIVE",
        "The lines of the expense come to zero.",
        Actor.EMPLOYEE,
        "Correct the lines, or split the expense into one that is spent and one that is refunded.",
        null,
        "lines");
  }

  static Problem signsDiffer() {
    return new Problem(
        "MIXED_SIGNS",
        "Some lines of the expense are spent and others refunded.",
        Actor.FINANCE,
        "Split the expense at its source, or allow mixed signs for this company.",
        "setting:mixed-signs",
        "lines");
  }

  private static Problem missing(
      String code, String model, String action, String subject, String field) {
    return admin(
        code,
        "We couldn't find a matching " + model + " in Xero. Check your Xero setup.",
        action,
        subject,
        field);
  }

  private static Problem admin(
      String code, String message, String action, String subject, String field) {
    return new Problem(code, message, Actor.ADMIN, action, subject, field);
  }

  private static String named(Account account) {
    return account.code() == null ? account.name() : account.code() + " " + account.name();
  }
}
