package io.ledgerway.document;

import io.ledgerway.cause.AccountCauses;
import io.ledgerway.cause.Catalogue;
import io.ledgerway.cause.Cause;
import io.ledgerway.cause.KeyKind;
import io.ledgerway.cause.OrganisationCauses;
import io.ledgerway.problem.Problem;
import io.ledgerway.reference.Books;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/**
 * Which cause a refusal in Xero's words is, and which changes would release the document. The words
 * themselves are shown as Xero said them; how they are recognised stands in the {@link Catalogue}.
 */
public final class XeroRefusals {

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
      problems.add(problem(message, names, noun));
    }
    if (problems.isEmpty()) {
      problems.add(Cause.XERO_REFUSED_WITHOUT_REASON.at(null, names.all(), noun));
    }
    return problems;
  }

  private static Problem problem(String message, DocumentNames names, String noun) {
    for (Catalogue.Refusal refusal : Catalogue.OURS.refusals()) {
      Matcher found = refusal.says().matcher(message);
      if (found.find()) {
        List<String> keys =
            refusal.about().stream()
                .flatMap(record -> keys(record, found, names).stream())
                .distinct()
                .toList();
        return refusal.ours()
            ? clearer(refusal.cause(), message, keys, names, noun)
            : refusal.cause().inXerosWords(message, keys);
      }
    }
    return Cause.XERO_REFUSED.inXerosWords(message, names.all());
  }

  private static Problem clearer(
      Cause cause, String message, List<String> keys, DocumentNames names, String noun) {
    return switch (cause) {
      case XERO_REFUSED_DUPLICATE -> cause.clearerThan(message, keys, List.of(noun), List.of());
      case CONSENT_NEEDED ->
          cause.clearerThan(message, keys, List.of(), List.of(names.resource().endpoint()));
      default -> cause.clearerThan(message, keys, List.of(), List.of());
    };
  }

  /**
   * @param record as the catalogue names it, with the group of the words that has its id or code
   */
  private static List<String> keys(String record, Matcher words, DocumentNames names) {
    int group = Character.digit(record.charAt(record.length() - 1), 10);
    String id = group < 0 ? null : words.group(group);
    String kind = group < 0 ? record : record.substring(0, record.length() - 2);
    return switch (kind) {
      case "tax rate" -> List.of(KeyKind.TAX_RATE.of(id));
      case "account code" -> AccountCauses.keysOfCode(id, names.books());
      case "currency" -> List.of(KeyKind.CURRENCY.of(id));
      case "accounts" -> names.accounts();
      case "bank account" -> names.bankAccount();
      case "contact" -> names.contact();
      case "tracking" -> names.tracking();
      case "lock date" -> List.of(OrganisationCauses.LOCK_DATE);
      case "plan" -> List.of(OrganisationCauses.PLAN);
      case "connection" -> List.of(OrganisationCauses.CONNECTION);
      case "everything" -> names.all();
      default -> throw new IllegalStateException("causes.yaml names no such record: " + record);
    };
  }
}
