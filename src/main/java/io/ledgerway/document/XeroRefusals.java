package io.ledgerway.document;

import io.ledgerway.cause.AccountCauses;
import io.ledgerway.cause.Cause;
import io.ledgerway.cause.KeyKind;
import io.ledgerway.cause.OrganisationCauses;
import io.ledgerway.problem.Problem;
import io.ledgerway.reference.Books;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which cause a refusal in Xero's words is, and which changes would release the document. The words
 * themselves are shown as Xero said them; the patterns are those of xero-api.md 6.3 and 7.2, the
 * more particular ones first.
 */
public final class XeroRefusals {

  /** The records that the words are about. */
  private interface Named {
    List<String> keys(Matcher words, DocumentNames names);
  }

  private record Rule(Pattern words, Cause cause, Named named) {}

  private static final List<Rule> RULES =
      List.of(
          rule(
              "TaxType code '?([^' ]+)'? cannot be used with account code '([^']+)'",
              Cause.TAX_RATE_NOT_FOR_PURCHASES,
              (words, names) ->
                  joined(
                      List.of(KeyKind.TAX_RATE.of(words.group(1))),
                      AccountCauses.keysOfCode(words.group(2), names.books()))),
          rule(
              "TaxType code '?([^' ]+)'? does not exist",
              Cause.TAX_RATE_INACTIVE,
              (words, names) -> List.of(KeyKind.TAX_RATE.of(words.group(1)))),
          rule(
              "Account code '([^']+)' has been archived",
              Cause.ACCOUNT_ARCHIVED,
              (words, names) -> AccountCauses.keysOfCode(words.group(1), names.books())),
          rule(
              "Account code '([^']+)' is not a valid code",
              Cause.CATEGORY_NOT_USABLE,
              (words, names) -> AccountCauses.keysOfCode(words.group(1), names.books())),
          rule(
              "Account code '([^']+)' has been removed",
              Cause.ACCOUNT_NOT_IN_JOURNALS,
              (words, names) -> AccountCauses.keysOfCode(words.group(1), names.books())),
          // Ours balance: one of the accounts was taken out.
          rule(
              "total debits .* must equal total credits",
              Cause.ACCOUNT_NOT_IN_JOURNALS,
              (words, names) -> names.accounts()),
          rule("Account must be valid", Cause.CATEGORY_UNKNOWN, (w, names) -> names.accounts()),
          rule(
              "bank account is archived",
              Cause.BANK_ACCOUNT_ARCHIVED,
              (w, names) -> names.bankAccount()),
          rule(
              "bank account details do(es)? not match",
              Cause.BANK_ACCOUNT_UNKNOWN,
              (w, names) -> names.bankAccount()),
          rule(
              "currency of the bank (account|transaction)",
              Cause.CURRENCY_OF_BANK_ACCOUNT,
              (w, names) -> names.bankAccount()),
          rule(
              "not subscribed to currency '?([A-Z]{3})",
              Cause.CURRENCY_NOT_SUBSCRIBED,
              (words, names) -> List.of(KeyKind.CURRENCY.of(words.group(1)))),
          rule(
              "lock date",
              Cause.PERIOD_LOCKED,
              (w, names) -> List.of(OrganisationCauses.LOCK_DATE)),
          rule(
              "reached the limit",
              Cause.PLAN_LIMIT,
              (w, names) -> List.of(OrganisationCauses.PLAN)),
          rule(
              "(?i)contact .*(archived|un-archived)",
              Cause.CONTACT_ARCHIVED,
              (w, names) -> names.contact()),
          rule(
              "(?i)contact .*(could not be found|must be specified|identify the contact)",
              Cause.CONTACT_NOT_FOUND,
              (w, names) -> names.contact()),
          rule("(?i)at most two tracking", Cause.COST_OBJECTS_CLASH, (w, names) -> List.of()),
          rule("(?i)tracking", Cause.COST_OBJECT_ARCHIVED, (w, names) -> names.tracking()),
          rule(
              "Total for this document must be greater than zero",
              Cause.TOTAL_NOT_POSITIVE,
              (w, names) -> List.of()),
          rule(
              "valid status for modification|status change is invalid|cannot be (edited|modified)",
              Cause.NOT_CHANGEABLE,
              (w, names) -> names.all()),
          rule(
              "must be unique|already exists|duplicate",
              Cause.XERO_REFUSED_DUPLICATE,
              (w, names) -> List.of()));

  private XeroRefusals() {}

  /**
   * One problem for each thing that Xero said.
   *
   * @param noun what people call what came in
   */
  public static List<Problem> problems(
      List<String> messages,
      DocumentResource resource,
      Map<String, Object> document,
      String noun,
      Books books) {
    DocumentNames names = new DocumentNames(resource, document, books);
    List<Problem> problems = new ArrayList<>();
    for (String message : messages) {
      problems.add(problem(message, names));
    }
    if (problems.isEmpty()) {
      problems.add(Cause.XERO_REFUSED.at(null, names.all(), noun));
    }
    return problems;
  }

  private static Problem problem(String message, DocumentNames names) {
    for (Rule rule : RULES) {
      Matcher found = rule.words().matcher(message);
      if (found.find()) {
        return rule.cause().inXerosWords(message, rule.named().keys(found, names));
      }
    }
    return Cause.XERO_REFUSED.inXerosWords(message, names.all());
  }

  private static List<String> joined(List<String> some, List<String> more) {
    List<String> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  private static Rule rule(String words, Cause cause, Named named) {
    return new Rule(Pattern.compile(words), cause, named);
  }
}
