package io.ledgerway.setup;

import io.ledgerway.problem.Problem;
import io.ledgerway.problem.Problem.Actor;
import io.ledgerway.setup.ImportSettings.Tracking;
import io.ledgerway.setup.ImportSettings.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What is wrong with import settings, all of it at once. The rules are those of Perk's own set-up:
 * at least one account, at least one tracking category as cost object, at least one option of each
 * imported category, at least one active user. Used by one thread.
 */
final class Rules {

  /** Account types of Xero's (xero-api.md 4.1) without BANK; an organisation may have others. */
  private static final Set<String> TYPES =
      Set.of(
          "CURRENT",
          "CURRLIAB",
          "DEPRECIATN",
          "DIRECTCOSTS",
          "EQUITY",
          "EXPENSE",
          "FIXED",
          "INVENTORY",
          "LIABILITY",
          "NONCURRENT",
          "OTHERINCOME",
          "OVERHEADS",
          "PREPAYMENT",
          "REVENUE",
          "SALES",
          "TERMLIAB",
          "PAYG");

  private final ImportSettings settings;
  private final Choosables records;
  private final People people;
  private final List<Problem> problems = new ArrayList<>();

  Rules(ImportSettings settings, Choosables records, People people) {
    this.settings = settings;
    this.records = records;
    this.people = people;
  }

  List<Problem> problems() {
    if (records.all().isEmpty()) {
      add(
          "NOTHING_READ_YET",
          "Nothing has been read from Xero yet.",
          "Connect the company and wait for its first read.",
          null,
          null);
      return problems;
    }
    accounts();
    tracking();
    taxRates();
    if (people.active() == 0) {
      add(
          "NO_ACTIVE_USER",
          "The platform has told of no active user.",
          "Create users on the platform, with the e-mail addresses of their Xero contacts.",
          null,
          "people");
    }
    return problems;
  }

  private void accounts() {
    for (String id : settings.accounts().accounts()) {
      Choosable account = records.find("account", id).orElse(null);
      if (account == null) {
        add(
            "ACCOUNT_UNKNOWN",
            "There is no account " + id + ".",
            "Take it out of the selection, or choose another.",
            "account:" + id,
            "accounts.accounts");
      } else if (account.reason() != null) {
        add(
            "ACCOUNT_NOT_SELECTABLE",
            account.name() + " cannot be a category: " + Reasons.inWords(account.reason()),
            "Take it out of the selection.",
            "account:" + id,
            "accounts.accounts");
      }
    }
    for (String type : settings.accounts().types()) {
      if (!TYPES.contains(type)
          && records.active("account").noneMatch(account -> type.equals(account.type()))) {
        add(
            "ACCOUNT_TYPE_UNKNOWN",
            "There is no account type " + type + " whose accounts could be categories.",
            "Take the type out of the selection.",
            "account-type:" + type,
            "accounts.types");
      }
    }
    if (records.active("account").noneMatch(Choosable::chosen)) {
      add(
          "NO_ACCOUNT",
          "No account is selected.",
          "Select at least one account or type.",
          null,
          "accounts");
    }
  }

  private void tracking() {
    settings
        .trackingCategories()
        .forEach(
            (id, tracking) -> {
              Choosable category = records.find("tracking-category", id).orElse(null);
              if (category == null) {
                add(
                    "TRACKING_CATEGORY_UNKNOWN",
                    "There is no tracking category " + id + ".",
                    "Take it out.",
                    "tracking-category:" + id,
                    field(id));
              } else if (category.active()) {
                options(category, tracking);
              }
            });
    records
        .active("tracking-category")
        .filter(category -> !settings.trackingCategories().containsKey(category.id()))
        .forEach(
            category ->
                add(
                    "TRACKING_CATEGORY_UNDECIDED",
                    "It is not said what " + category.name() + " is imported as.",
                    "Choose COST_OBJECT, CUSTOM_FIELD or SKIP.",
                    "tracking-category:" + category.id(),
                    field(category.id())));
    if (records
        .active("tracking-category")
        .noneMatch(category -> Use.COST_OBJECT.name().equals(category.chosenAs()))) {
      add(
          "NO_COST_OBJECT",
          "No tracking category is imported as cost objects.",
          "Import at least one as COST_OBJECT: approvals need cost objects.",
          null,
          "trackingCategories");
    }
  }

  private void options(Choosable category, Tracking tracking) {
    for (String id : tracking.deselected()) {
      if (records.find("tracking-option", id).isEmpty()) {
        add(
            "TRACKING_OPTION_UNKNOWN",
            category.name() + " has no option " + id + ".",
            "Take it out.",
            "tracking-option:" + id,
            field(category.id()) + ".deselected");
      }
    }
    if (tracking.imported() && records.optionsOf(category.id()).noneMatch(Choosable::chosen)) {
      add(
          "NO_OPTION",
          "No option of " + category.name() + " is selected.",
          "Select at least one, or skip the category.",
          "tracking-category:" + category.id(),
          field(category.id()));
    }
  }

  private void taxRates() {
    taxRates(settings.taxRates().selected(), "taxRates.selected");
    taxRates(settings.taxRates().deselected(), "taxRates.deselected");
  }

  private void taxRates(Set<String> types, String field) {
    for (String type : types) {
      if (records.find("tax-rate", type).isEmpty()) {
        add(
            "TAX_RATE_UNKNOWN",
            "There is no tax rate " + type + ".",
            "Take it out.",
            "tax-rate:" + type,
            field);
      }
    }
  }

  private static String field(String category) {
    return "trackingCategories." + category;
  }

  private void add(String code, String message, String action, String subject, String field) {
    problems.add(new Problem(code, message, Actor.ADMIN, action, subject, field));
  }
}
