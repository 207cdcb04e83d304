package io.ledgerway.setup;

import io.ledgerway.connection.ConnectionChecks;
import io.ledgerway.connection.ConnectionChecks.Check;
import io.ledgerway.sql.SqlFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says what would keep a company's expenses from posting, before the first one comes. Looks at what
 * is known here; costs no call to Xero. Thread-safe.
 */
@Component
public class Preflight {

  private final JdbcClient jdbc;
  private final CompanyStates states;
  private final ConnectionChecks connection;
  private final ChoiceChecks choices;

  Preflight(
      JdbcClient jdbc, CompanyStates states, ConnectionChecks connection, ChoiceChecks choices) {
    this.jdbc = jdbc;
    this.choices = choices;
    this.states = states;
    this.connection = connection;
  }

  /**
   * As {@code setup/preflight.sql} gives it. Lists are text; null when there is nothing in them.
   */
  private record Facts(
      LocalDate lockDate,
      String bankAccounts,
      String salesRates,
      boolean hasNoTax,
      String currencies,
      String currenciesMissing) {}

  /** All findings, the fine ones, too. */
  public List<Check> run(String company) {
    Facts facts =
        jdbc.sql(SqlFile.read("setup/preflight"))
            .param("company", company)
            .query(Facts.class)
            .single();
    PeopleCounts people =
        jdbc.sql(SqlFile.read("setup/people"))
            .param("company", company)
            .query(PeopleCounts.class)
            .single();
    List<Check> checks = new ArrayList<>();
    checks.add(state(states.of(company)));
    checks.add(connection.scopes(company));
    checks.add(bankAccount(facts));
    checks.addAll(choices.checks(company));
    checks.add(taxRates(facts));
    checks.add(noTax(facts));
    checks.add(lockDates(facts));
    checks.add(currencies(facts));
    checks.add(people(people));
    return checks;
  }

  private static Check state(CompanyState state) {
    return state == CompanyState.ACTIVE
        ? fine("set-up", "Connected and set up")
        : gap("set-up", state.reason(), state.action());
  }

  private static Check bankAccount(Facts facts) {
    return facts.bankAccounts() == null
        ? gap(
            "bank-account",
            "There is no active bank account.",
            "Add one in Xero: what is spent from an account posts to a bank account.")
        : fine("bank-account", facts.bankAccounts());
  }

  private static Check taxRates(Facts facts) {
    return facts.salesRates() == null
        ? fine("tax-rates", "No tax rate for sales is imported")
        : gap(
            "tax-rates",
            "Tax rates for sales are imported: " + facts.salesRates(),
            "Deselect them: an expense that uses one is held.");
  }

  private static Check noTax(Facts facts) {
    return facts.hasNoTax()
        ? fine("no-tax", "Lines without tax can post beside lines with tax")
        : gap(
            "no-tax",
            "The organisation has no tax rate that says 'no tax'.",
            "Expenses whose lines partly have no tax rate are held: give each line one.");
  }

  private static Check lockDates(Facts facts) {
    return facts.lockDate() == null
        ? fine("lock-dates", "Nothing is locked")
        : new Check(
            "lock-dates",
            true,
            "Locked up to " + facts.lockDate(),
            "Expenses of that date and before are held until the lock date moves.");
  }

  private static Check currencies(Facts facts) {
    if (facts.currenciesMissing() != null) {
      return gap(
          "currencies",
          "Expenses wait in currencies that the organisation does not have: "
              + facts.currenciesMissing(),
          "Add the currencies in Xero.");
    }
    return new Check(
        "currencies",
        true,
        facts.currencies() == null ? "Not read yet" : facts.currencies(),
        "Expenses in any other currency are held until it is added in Xero.");
  }

  private static Check people(PeopleCounts people) {
    return people.active() > 0 && people.matched() == people.active()
        ? fine("people", "All active users have their contact: " + people.active())
        : gap(
            "people",
            "%d active users: %d with their contact, %d without, %d with several, %d with an archived one"
                .formatted(
                    people.active(),
                    people.matched(),
                    people.notFound(),
                    people.ambiguous(),
                    people.contactInactive()),
            "Give each user one active contact in Xero with the same e-mail address. Who they are"
                + " says GET …/reference-data/user?match=NOT_FOUND (or AMBIGUOUS, CONTACT_INACTIVE,"
                + " CONTACT_MERGED).");
  }

  private static Check fine(String check, String message) {
    return new Check(check, true, message, null);
  }

  private static Check gap(String check, String message, String action) {
    return new Check(check, false, message, action);
  }
}
