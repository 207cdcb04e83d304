package io.ledgerway.cause;

import static io.ledgerway.cause.KeyKind.ACCOUNT;
import static io.ledgerway.cause.KeyKind.ACCOUNT_CODE;
import static io.ledgerway.cause.KeyKind.CONTACT;
import static io.ledgerway.cause.KeyKind.CONTACT_ID;
import static io.ledgerway.cause.KeyKind.CURRENCY;
import static io.ledgerway.cause.KeyKind.DOCUMENT;
import static io.ledgerway.cause.KeyKind.MAPPING;
import static io.ledgerway.cause.KeyKind.ORGANISATION;
import static io.ledgerway.cause.KeyKind.SETTING;
import static io.ledgerway.cause.KeyKind.TABLE;
import static io.ledgerway.cause.KeyKind.TAX_RATE;
import static io.ledgerway.cause.KeyKind.TRACKING_CATEGORY;
import static io.ledgerway.cause.KeyKind.TRACKING_OPTION;
import static io.ledgerway.cause.KeyKind.TRACKING_OPTION_NAME;

import io.ledgerway.problem.Problem;
import io.ledgerway.problem.Problem.Actor;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Every cause for which a document is held: its code is its name. What Xero itself says is told in
 * Xero's words, under the code, actor and action of the cause that the words mean.
 */
public enum Cause {
  CONTACT_NOT_FOUND(
      Actor.ADMIN,
      "We couldn't find a matching contact with the e-mail address %s in Xero. Check your Xero"
          + " setup.",
      "Give one Xero contact exactly this e-mail address. The document then goes out by itself.",
      CONTACT,
      CONTACT_ID),
  CONTACT_AMBIGUOUS(
      Actor.ADMIN,
      "%s contacts in Xero share the e-mail address %s.",
      "Leave the address on the one contact that is meant, or archive or merge the others.",
      CONTACT),
  CONTACT_ARCHIVED(
      Actor.ADMIN,
      "The Xero contact %s (%s) is archived.",
      "Restore the contact in Xero, or give its e-mail address to an active one.",
      CONTACT,
      CONTACT_ID),

  CATEGORY_UNKNOWN(
      Actor.ADMIN,
      "We couldn't find a matching account for the category %s in Xero. Check your Xero setup.",
      "Choose a category that was imported from Xero, or import its account.",
      ACCOUNT,
      ACCOUNT_CODE),
  ACCOUNT_ARCHIVED(
      Actor.ADMIN,
      "The account %s is archived in Xero.",
      "Restore the account in Xero, or choose another category.",
      ACCOUNT,
      ACCOUNT_CODE),
  CATEGORY_NOT_IMPORTED(
      Actor.ADMIN,
      "The account %s is not among those that the company imports.",
      "Select the account in the import settings, or choose another category.",
      ACCOUNT),
  CATEGORY_NOT_USABLE(
      Actor.ADMIN,
      "The account %s cannot stand on a line: it is a bank account or has no code.",
      "Choose another category, or give the account a code in Xero.",
      ACCOUNT,
      ACCOUNT_CODE),

  ACCOUNT_NOT_IN_JOURNALS(
      Actor.ADMIN,
      "The account %s cannot stand in a journal: Xero alone posts to it.",
      "Choose another account.",
      ACCOUNT,
      ACCOUNT_CODE),
  NOT_BASE_CURRENCY(
      Actor.FINANCE,
      "The document is in %s, and Xero keeps journals in the organisation's own currency, %s,"
          + " only.",
      "Enter it in Xero by hand, or have it put into that currency at the source.",
      ORGANISATION),

  TAX_RATE_UNKNOWN(
      Actor.ADMIN,
      "We couldn't find a matching tax rate %s in Xero. Check your Xero setup.",
      "Choose a tax rate that was imported from Xero.",
      TAX_RATE),
  TAX_RATE_INACTIVE(
      Actor.ADMIN,
      "The tax rate %s is no longer active in Xero.",
      "Choose an active tax rate.",
      TAX_RATE),
  TAX_RATE_NOT_IMPORTED(
      Actor.ADMIN,
      "The tax rate %s is not among those that the company imports.",
      "Select the tax rate in the import settings, or choose another.",
      TAX_RATE),
  TAX_RATE_NOT_FOR_PURCHASES(
      Actor.EMPLOYEE,
      "An invalid value was sent for tax rate. %s cannot be used with the account %s. Check your"
          + " Xero setup.",
      "Use a purchase-class tax rate, then export again.",
      TAX_RATE,
      ACCOUNT,
      ACCOUNT_CODE),

  COST_OBJECT_UNKNOWN(
      Actor.ADMIN,
      "We couldn't find a matching tracking option for the cost object %s in Xero. Check your Xero"
          + " setup.",
      "Choose a cost object that was imported from Xero.",
      TRACKING_OPTION),
  TRACKING_OPTION_NOT_FOUND(
      Actor.ADMIN,
      "We couldn't find a matching option %s of the tracking category %s in Xero. Check your Xero"
          + " setup.",
      "Add the option in Xero, or have it corrected at the source.",
      TRACKING_OPTION_NAME,
      TRACKING_CATEGORY),
  COST_OBJECT_ARCHIVED(
      Actor.ADMIN,
      "The tracking option %s is archived in Xero, or its tracking category is.",
      "Restore it in Xero, or choose another cost object.",
      TRACKING_OPTION,
      TRACKING_OPTION_NAME,
      TRACKING_CATEGORY),
  COST_OBJECT_NOT_IMPORTED(
      Actor.ADMIN,
      "The tracking option %s is not among those that the company imports.",
      "Select the option in the import settings, or choose another cost object.",
      TRACKING_OPTION),
  COST_OBJECTS_CLASH(
      Actor.EMPLOYEE,
      "A line can carry one option of each of two tracking categories; this one has %s that do not"
          + " fit together.",
      "Keep one cost object per tracking category on the line."),

  /** A source may name a code of its own for it. */
  SETTING_MISSING(
      Actor.ADMIN,
      "This document needs '%s' of the settings of %s, and nothing has been chosen.",
      "Choose it in the company's settings of this source. The document then goes out by itself.",
      SETTING),
  /** A source may name a code of its own for it. */
  NOT_IN_TABLE(
      Actor.ADMIN,
      "We couldn't find a matching %s for the %s %s in Xero. Check your Xero setup.",
      "Choose it in the table '%s' of %s. The document then goes out by itself.",
      TABLE),
  BANK_ACCOUNT_UNKNOWN(
      Actor.ADMIN,
      "We couldn't find a matching bank account %s in Xero. Check your Xero setup.",
      "Choose a bank account that exists in Xero.",
      ACCOUNT),
  BANK_ACCOUNT_ARCHIVED(
      Actor.ADMIN,
      "The bank account %s is archived in Xero.",
      "Restore the bank account in Xero, or choose another one.",
      ACCOUNT),
  CURRENCY_OF_BANK_ACCOUNT(
      Actor.ADMIN,
      "The document is in %s, but the bank account %s is kept in %s.",
      "Choose a bank account that is kept in the document's currency, or correct the currency.",
      ACCOUNT),
  CURRENCY_NOT_SUBSCRIBED(
      Actor.ADMIN,
      "The Xero organisation is not subscribed to the currency %s.",
      "Add the currency in Xero, or correct it at the source.",
      CURRENCY),

  DATE_INVALID(Actor.EMPLOYEE, "An invalid value was sent for date: %s.", "Correct the date."),
  PERIOD_LOCKED(
      Actor.FINANCE,
      "The document is dated %s, and the books are locked up to %s.",
      "Move the lock date in Xero, or have the document dated later.",
      ORGANISATION),

  REQUIRED_FIELD_MISSING(
      Actor.EMPLOYEE,
      "Your %s is missing a required field for Xero: %s. Please review and retry.",
      "Add the missing field, then export again."),
  AMOUNT_NOT_EXACT(
      Actor.EMPLOYEE,
      "Xero cannot hold the amount %s to the cent.",
      "Correct the amount: at most two decimals, and at most 9,999,999,999.99."),
  AMOUNT_ZERO(
      Actor.EMPLOYEE,
      "An amount of zero cannot be posted.",
      "Remove the line or give it an amount."),
  TOTAL_NOT_POSITIVE(
      Actor.EMPLOYEE,
      "The lines come to %s; Xero takes only more than zero.",
      "Correct the lines, or split them into what is spent and what is refunded."),
  TOTAL_DIFFERS(
      Actor.FINANCE,
      "The lines come to %s, and the total that came with them is %s.",
      "Have the document corrected at its source."),
  NOT_POSTED_YET(
      Actor.NOBODY,
      "It waits for the %s %s, which does not stand in Xero yet.",
      "It goes out by itself once that one is posted. If that one is held, mend what holds it.",
      DOCUMENT),
  NOTHING_TO_POST(Actor.NOBODY, "There is nothing to post: %s.", "Nothing needs to be done."),
  MIXED_SIGNS(
      Actor.FINANCE,
      "Some lines are spent and others refunded.",
      "Split them at the source, or allow mixed signs for this company.",
      SETTING),
  DOCUMENT_TOO_LARGE(
      Actor.EMPLOYEE,
      "With all its lines and their texts the document is larger than what Xero takes in one call.",
      "Split the document, or shorten its texts."),

  CONSENT_NEEDED(
      Actor.ADMIN,
      "Xero does not allow this connection to write %s: it lacks a scope, or whoever connected"
          + " lacks a permission in Xero.",
      "Connect the company to Xero again, as a person whose role there allows it. The document then"
          + " goes out by itself.",
      SETTING),
  SETUP_INCOMPLETE(
      Actor.ADMIN,
      "The company's set-up is not complete: nothing is exported yet.",
      "Connect the company to Xero and complete its import settings. The document then goes out by"
          + " itself.",
      SETTING),
  CONNECTION_EXPIRED(
      Actor.ADMIN,
      "Your Xero connection has expired. Please reconnect from Settings.",
      "Connect the company to its Xero organisation again. The document then goes out by itself.",
      SETTING),
  CONNECTION_DISABLED(
      Actor.ADMIN,
      "The company's connection to Xero is disabled.",
      "Connect the company again. The document then goes out by itself.",
      SETTING),
  SOURCE_OFF(
      Actor.ADMIN,
      "The source %s is switched off for this company.",
      "Switch it on, and the document goes out by itself.",
      SETTING),
  PLAN_LIMIT(
      Actor.ADMIN,
      "The Xero organisation's plan takes no more of such documents this month.",
      "Upgrade the organisation's plan in Xero; the document then goes out by itself. In the next"
          + " month have it checked again.",
      ORGANISATION),

  CONTACT_MISSING(
      Actor.ENGINEER,
      "Your %s is missing a required field for Xero: contact. Please review and retry.",
      "Let the mapping set Contact.ContactID.",
      MAPPING),
  MARKER_MISSING(
      Actor.ENGINEER,
      "The mapping does not put the marker into %s, or makes it longer than %s characters.",
      "Put $marker() where the message says.",
      MAPPING),
  URL_UNUSABLE(
      Actor.ENGINEER,
      "Xero takes an absolute address that does not contain its own name, not '%s'.",
      "Let the mapping set Url to $documentUrl(), or leave it out.",
      MAPPING),
  DOCUMENT_MALFORMED(
      Actor.ENGINEER,
      "The mapping %s makes a document that Xero does not take: %s.",
      "Mend the mapping; the document is then looked at again.",
      MAPPING),
  NOT_AS_IT_CAME(
      Actor.ENGINEER,
      "The mapping %s makes another document than what came in: %s.",
      "Mend the mapping; the document is then looked at again.",
      MAPPING),
  NOT_STORABLE(
      Actor.ENGINEER,
      "The database refuses what the mapping %s makes of it: %s",
      "Mend the mapping; the document is then looked at again.",
      MAPPING),
  MAPPING_FAILED(
      Actor.ENGINEER,
      "The mapping %s fails: %s",
      "Mend the mapping; the document is then looked at again.",
      MAPPING),

  CHANGED_AFTER_POSTING(
      Actor.FINANCE,
      "The document was changed at its source after it was posted: it came to %s, and comes to %s"
          + " now.",
      "Undo the document, which is then posted anew as it is now, or have the change taken back at"
          + " the source."),
  WITHDRAWN_AFTER_POSTING(
      Actor.FINANCE,
      "The document was withdrawn at its source after it was posted: %s.",
      "Undo the document, or have it approved again at the source as it was."),
  WITHDRAWN(
      Actor.NOBODY,
      "The document was withdrawn at its source: %s.",
      "It goes out by itself when it is approved there again."),

  /** Only Xero can know of it. */
  XERO_REFUSED_DUPLICATE(
      Actor.EMPLOYEE,
      "This %s may already exist in Xero. Check for duplicates before retrying.",
      "Check Xero for the duplicate and remove it, or confirm that it is meant."),
  /** Of a document that stands there, and was to be changed or undone. */
  NOT_CHANGEABLE(
      Actor.FINANCE,
      "Xero lets nobody change this document as it stands there.",
      "Remove in Xero what is applied to it, such as a payment, or change it there. It is tried"
          + " again when the books have been read, and when a newer version comes.",
      ACCOUNT,
      ACCOUNT_CODE,
      CONTACT,
      CONTACT_ID,
      TAX_RATE,
      TRACKING_CATEGORY,
      TRACKING_OPTION),
  /** What Xero means is for somebody who knows Xero; whatever the document names may be it. */
  XERO_REFUSED(
      Actor.FINANCE,
      "Your %s could not be posted to Xero. Please review the data and retry.",
      "Mend in Xero what it names, or have it corrected at the source. The document is checked"
          + " again when a record that it uses changes.",
      ACCOUNT,
      ACCOUNT_CODE,
      CONTACT,
      CONTACT_ID,
      TAX_RATE,
      TRACKING_CATEGORY,
      TRACKING_OPTION);

  private final Actor actor;
  private final String message;
  private final String action;
  private final Set<KeyKind> waitsFor;

  Cause(Actor actor, String message, String action, KeyKind... waitsFor) {
    this.actor = actor;
    this.message = message;
    this.action = action;
    this.waitsFor = Set.of(waitsFor);
  }

  /** The kinds of records and settings whose change can release a document from it. */
  public Set<KeyKind> waitsFor() {
    return waitsFor;
  }

  public Actor actor() {
    return actor;
  }

  /**
   * @param field where in the document; may be null
   * @param keys what it waits for; nulls are left out
   * @param named what the message names
   */
  public Problem at(String field, List<String> keys, Object... named) {
    return problem(message.formatted(named), field, keys);
  }

  /** As {@link #at}, with names in the action, too, under the code that a source gives it. */
  Problem of(String code, String field, String key, List<?> named, List<?> inAction) {
    Problem general = at(field, List.of(key), named.toArray());
    return new Problem(
        code,
        general.message(),
        general.actor(),
        general.action().formatted(inAction.toArray()),
        general.waitsFor(),
        field);
  }

  /** As Xero itself says it. */
  public Problem inXerosWords(String words, List<String> keys) {
    return problem(words, null, keys);
  }

  private Problem problem(String words, String field, List<String> keys) {
    List<String> given = keys.stream().filter(Objects::nonNull).distinct().toList();
    for (String key : given) {
      if (waitsFor.stream().noneMatch(kind -> kind.isKindOf(key))) {
        throw new IllegalArgumentException(name() + " cannot wait for " + key);
      }
    }
    return new Problem(name(), words, actor, action, given, field);
  }
}
