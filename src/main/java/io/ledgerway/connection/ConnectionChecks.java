package io.ledgerway.connection;

import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.xero.XeroDates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.springframework.stereotype.Component;

/**
 * Looks whether a company's connection does what is needed of it, by reading only; costs two calls
 * of the organisation's day. Thread-safe.
 */
@Component
public class ConnectionChecks {

  private final Tokens tokens;
  private final TokenTable tokenTable;
  private final PlanLimits limits;
  private final NeededScopes needed;
  private final ProducerTemplate template;

  ConnectionChecks(
      Tokens tokens,
      TokenTable tokenTable,
      PlanLimits limits,
      NeededScopes needed,
      ProducerTemplate template) {
    this.tokens = tokens;
    this.tokenTable = tokenTable;
    this.limits = limits;
    this.needed = needed;
    this.template = template;
  }

  /**
   * One finding.
   *
   * @param check credentials, scopes, organisation, lock-dates, plan-limits or bank-accounts
   * @param action what to do, or what follows from it; null when there is nothing to do
   */
  public record Check(String check, boolean ok, String message, String action) {}

  /** All findings; those that the first failure makes impossible are left out. */
  public List<Check> run(String company) {
    List<Check> checks = new ArrayList<>();
    try {
      tokens.grant(company);
      checks.add(new Check("credentials", true, "Xero gives a token", null));
    } catch (LedgerwayException e) {
      checks.add(failed("credentials", e));
      return checks;
    }
    checks.add(scopes(company));
    try {
      Map<?, ?> organisation = records(company, "xero:Organisation", null, "Organisations").get(0);
      checks.add(organisation(organisation));
      checks.add(lockDates(organisation));
    } catch (LedgerwayException e) {
      checks.add(failed("organisation", e));
    }
    try {
      checks.add(bankAccounts(records(company, "xero:Accounts", "Type==\"BANK\"", "Accounts")));
    } catch (LedgerwayException e) {
      checks.add(failed("bank-accounts", e));
    }
    checks.add(limits.check(company));
    return checks;
  }

  /** Whether what Xero granted is enough; calls nobody. */
  public Check scopes(String company) {
    String granted =
        tokenTable
            .ofCompany(company)
            .map(TokenTable.OfCompany::tokens)
            .map(TokenSet::scopes)
            .orElse(null);
    if (granted == null) {
      return new Check("scopes", true, "Xero did not say what it granted", null);
    }
    List<String> lacking = Scopes.lacking(needed.all(), granted);
    return lacking.isEmpty()
        ? new Check("scopes", true, "All that are needed: " + needed.all(), null)
        : new Check(
            "scopes",
            false,
            "Lacking: " + String.join(" ", lacking),
            "Ask for consent again; a custom connection is given them at Xero.");
  }

  private static Check organisation(Map<?, ?> organisation) {
    return new Check(
        "organisation",
        true,
        organisation.get("Name")
            + ", "
            + organisation.get("CountryCode")
            + ", "
            + organisation.get("BaseCurrency"),
        null);
  }

  private static Check lockDates(Map<?, ?> organisation) {
    LocalDate last =
        List.of("PeriodLockDate", "EndOfYearLockDate").stream()
            .map(organisation::get)
            .filter(Objects::nonNull)
            .map(date -> XeroDates.date(date.toString()))
            .filter(Objects::nonNull)
            .max(LocalDate::compareTo)
            .orElse(null);
    return last == null
        ? new Check("lock-dates", true, "Nothing is locked", null)
        : new Check(
            "lock-dates",
            true,
            "Locked up to " + last,
            "Documents of that date and before are held until the lock date moves.");
  }

  private static Check bankAccounts(List<Map<?, ?>> accounts) {
    List<String> active =
        accounts.stream()
            .filter(account -> "ACTIVE".equals(account.get("Status")))
            .map(account -> String.valueOf(account.get("Name")))
            .toList();
    return active.isEmpty()
        ? new Check(
            "bank-accounts",
            false,
            "There is no active bank account",
            "Add one in Xero: card and travel expenses post to bank accounts.")
        : new Check("bank-accounts", true, String.join(", ", active), null);
  }

  private List<Map<?, ?>> records(String company, String uri, String where, String key) {
    Exchange answer =
        template.send(
            uri,
            exchange -> {
              exchange.setVariable("company", company);
              if (where != null) {
                exchange.getMessage().setHeader("XeroWhere", where);
              }
            });
    if (answer.getException() instanceof LedgerwayException failure) {
      throw failure;
    }
    if (answer.getException() != null) {
      throw new CamelExecutionException(
          "The test could not call " + uri, answer, answer.getException());
    }
    Object records = answer.getMessage().getBody(Map.class).get(key);
    return records instanceof List<?> list
        ? list.stream().map(each -> (Map<?, ?>) each).collect(Collectors.toList())
        : List.of();
  }

  private static Check failed(String check, LedgerwayException e) {
    return new Check(check, false, e.plainMessage(), e.hint());
  }
}
