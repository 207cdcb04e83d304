package io.ledgerway.posting;

import io.ledgerway.problem.Problem;
import io.ledgerway.problem.Problem.Actor;
import io.ledgerway.reference.Books;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a refusal in Xero's words means for the person who must act, and which change would release
 * the document. The words themselves are shown as Xero said them; the patterns are those of
 * xero-api.md 6.3.
 */
final class XeroRefusals {

  private record Rule(Pattern words, String code, Actor actor, String action, String keyKind) {}

  private static final List<Rule> RULES =
      List.of(
          rule(
              "(?:TaxType|tax type).*?'?([A-Z][A-Z0-9]{2,})'?",
              "XERO_REFUSED_TAX_RATE",
              Actor.EMPLOYEE,
              "Choose a tax rate for purchases, or correct the rate in Xero.",
              "tax-rate"),
          rule(
              "Account code '([^']+)'",
              "XERO_REFUSED_ACCOUNT",
              Actor.ADMIN,
              "Make the account usable in Xero, or choose another category.",
              "account-code"),
          rule(
              "currency of the bank (?:transaction|account)",
              "XERO_REFUSED_CURRENCY",
              Actor.ADMIN,
              "Map the card or travel to a bank account in the currency of the expense.",
              "document-bank-account"),
          rule(
              "bank account",
              "XERO_REFUSED_BANK_ACCOUNT",
              Actor.ADMIN,
              "Make the bank account usable in Xero, or map the card to another.",
              "document-bank-account"),
          rule(
              "lock date",
              "XERO_REFUSED_PERIOD",
              Actor.FINANCE,
              "Move the lock date in Xero, or have the expense dated later.",
              "lock-date"),
          rule(
              "currency '?([A-Z]{3})",
              "XERO_REFUSED_CURRENCY", Actor.ADMIN, "Add the currency in Xero.", "currency"),
          rule(
              "[Cc]ontact",
              "XERO_REFUSED_CONTACT",
              Actor.ADMIN,
              "Correct or restore the contact in Xero.",
              "document-contact"),
          rule(
              "[Tt]racking",
              "XERO_REFUSED_TRACKING",
              Actor.ADMIN,
              "Restore the tracking option in Xero, or choose another.",
              "document-tracking"),
          rule(
              "must be unique|already exists|duplicate",
              "XERO_REFUSED_DUPLICATE",
              Actor.EMPLOYEE,
              "Check Xero for the duplicate and remove it, or confirm that it is meant.",
              null));

  private XeroRefusals() {}

  /** One problem for each thing that Xero said. */
  static List<Problem> problems(List<String> messages, Map<String, Object> document, Books books) {
    List<Problem> problems = new ArrayList<>();
    for (String message : messages) {
      problems.add(problem(message, document, books));
    }
    if (problems.isEmpty()) {
      problems.add(
          new Problem(
              "XERO_REFUSED",
              "Your expense could not be posted to Xero. Please review the data and retry.",
              Actor.EMPLOYEE,
              "Review the expense, then send it as a higher version.",
              null,
              null));
    }
    return problems;
  }

  private static Problem problem(String message, Map<String, Object> document, Books books) {
    for (Rule rule : RULES) {
      Matcher found = rule.words().matcher(message);
      if (found.find()) {
        String named = found.groupCount() > 0 ? found.group(1) : null;
        return new Problem(
            rule.code(),
            message,
            rule.actor(),
            rule.action(),
            key(rule.keyKind(), named, document, books),
            null);
      }
    }
    return new Problem(
        "XERO_REFUSED",
        message,
        Actor.EMPLOYEE,
        "Review the expense against what Xero says, then send it as a higher version.",
        null,
        null);
  }

  private static String key(String kind, String named, Map<String, Object> document, Books books) {
    if (kind == null) {
      return null;
    }
    return switch (kind) {
      case "tax-rate" -> "tax-rate:" + named;
      case "account-code" -> books.accountByCode(named).map(a -> "account:" + a.id()).orElse(null);
      case "document-bank-account" ->
          prefixed("account:", XeroFields.text(document, "BankAccount", "AccountID"));
      case "lock-date" -> "organisation:lock-date";
      case "currency" -> "currency:" + named;
      case "document-contact" ->
          prefixed("contact-id:", XeroFields.text(document, "Contact", "ContactID"));
      case "document-tracking" -> firstTrackingOption(document);
      default -> null;
    };
  }

  private static String firstTrackingOption(Map<String, Object> document) {
    return XeroFields.objects(document, "LineItems").stream()
        .flatMap(line -> XeroFields.objects(line, "Tracking").stream())
        .map(option -> prefixed("tracking-option:", XeroFields.text(option, "TrackingOptionID")))
        .findFirst()
        .orElse(null);
  }

  private static String prefixed(String prefix, String id) {
    return id == null ? null : prefix + id;
  }

  private static Rule rule(String words, String code, Actor actor, String action, String keyKind) {
    return new Rule(Pattern.compile(words), code, actor, action, keyKind);
  }
}
