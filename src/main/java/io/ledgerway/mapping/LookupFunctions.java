package io.ledgerway.mapping;

import io.ledgerway.cause.AccountCauses;
import io.ledgerway.cause.AmountCauses;
import io.ledgerway.cause.BankAccountCauses;
import io.ledgerway.cause.ContactCauses;
import io.ledgerway.cause.TaxRateCauses;
import io.ledgerway.cause.TrackingCauses;
import io.ledgerway.mapping.MappingFunction.Arguments;
import io.ledgerway.problem.Problem;
import io.ledgerway.reference.Account;
import io.ledgerway.reference.Contact;
import io.ledgerway.reference.TaxRate;
import io.ledgerway.reference.TrackingOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a document's ids stand for in the company's books. A look-up that finds nothing usable notes
 * the problem and gives nothing, so that all problems of a document are told at once.
 */
final class LookupFunctions {

  static final List<MappingFunction> ALL =
      List.of(
          new MappingFunction(
              "contactByEmail",
              "email, field?",
              "ContactID of the one active contact with that e-mail address.",
              LookupFunctions::contactByEmail),
          new MappingFunction(
              "account",
              "id, field?",
              "AccountCode of the account behind a category.",
              LookupFunctions::accountCode),
          new MappingFunction(
              "taxRate",
              "id, account?, field?",
              "TaxType of an active tax rate that may be used with the category's account.",
              LookupFunctions::taxRate),
          new MappingFunction(
              "noTax",
              "",
              "TaxType that says no tax in this organisation: `NONE` or `BASEXCLUDED`.",
              (evaluation, given) -> noTax(evaluation)),
          new MappingFunction(
              "trackingOption",
              "id, field?",
              "{TrackingCategoryID, TrackingOptionID} of a cost object.",
              (evaluation, given) -> trackingOption(evaluation, given, true)),
          new MappingFunction(
              "trackingOptionOrNothing",
              "id, field?",
              "As `$trackingOption`, but nothing for a value that was not imported: such a value is"
                  + " left off.",
              (evaluation, given) -> trackingOption(evaluation, given, false)),
          new MappingFunction(
              "tracking",
              "options, field?",
              "The list of options for a line, or nothing when there are none; more than one of a"
                  + " category, or more than two, is a problem.",
              TrackingOfLine::tracking),
          new MappingFunction(
              "bankAccount",
              "id, currency?, field?",
              "The AccountID; one that is no active bank account in that currency is a problem.",
              LookupFunctions::bankAccount));

  private LookupFunctions() {}

  private static Object contactByEmail(Evaluation evaluation, Arguments given) {
    String field = given.text(1, "employee.email");
    String email = required(evaluation, given.text(0), field);
    if (email == null) {
      return null;
    }
    String address = email.toLowerCase(Locale.ROOT);
    List<Contact> all = evaluation.books().contactsByEmail(address);
    Optional<Problem> problem = ContactCauses.of(address, all, field);
    problem.ifPresent(evaluation::note);
    return problem.isPresent()
        ? null
        : all.stream().filter(Contact::active).map(Contact::id).findFirst().orElse(null);
  }

  private static Object accountCode(Evaluation evaluation, Arguments given) {
    String field = given.text(1, evaluation.atLine("category"));
    String id = required(evaluation, given.text(0), field);
    if (id == null) {
      return null;
    }
    Optional<Account> found = evaluation.books().account(id);
    if (found.isEmpty()) {
      evaluation.note(AccountCauses.unknown(id, field));
      return null;
    }
    AccountCauses.of(found.get(), field).ifPresent(evaluation::note);
    return found.get().code();
  }

  private static Object taxRate(Evaluation evaluation, Arguments given) {
    String field = given.text(2, evaluation.atLine("taxRate"));
    String id = required(evaluation, given.text(0), field);
    if (id == null) {
      return null;
    }
    Optional<TaxRate> found = evaluation.books().taxRate(id);
    if (found.isEmpty()) {
      evaluation.note(TaxRateCauses.unknown(id, field));
      return null;
    }
    TaxRate rate = found.get();
    // What will not do however it is imported is told as that.
    TaxRateCauses.inactive(rate, field)
        .or(
            () ->
                Optional.ofNullable(given.text(1))
                    .flatMap(evaluation.books()::account)
                    .flatMap(account -> TaxRateCauses.unfit(rate, account, field)))
        .or(() -> TaxRateCauses.notImported(rate, field))
        .ifPresent(evaluation::note);
    return rate.taxType();
  }

  private static Object noTax(Evaluation evaluation) {
    for (String taxType : List.of("NONE", "BASEXCLUDED")) {
      if (evaluation.books().taxRate(taxType).filter(TaxRate::active).isPresent()) {
        return taxType;
      }
    }
    evaluation.note(TaxRateCauses.unknown("NONE", evaluation.atLine("taxRate")));
    return null;
  }

  private static Object trackingOption(
      Evaluation evaluation, Arguments given, boolean mustBeImported) {
    String field =
        given.text(1, evaluation.atLine(mustBeImported ? "costObjects" : "customFields"));
    // A custom field may hold anything; only text can be the id of an option.
    String id = mustBeImported || given.get(0) instanceof String ? given.text(0) : null;
    if (id == null) {
      return null;
    }
    Optional<TrackingOption> found = evaluation.books().trackingOption(id);
    if (found.isEmpty()) {
      if (mustBeImported) {
        evaluation.note(TrackingCauses.unknown(id, field));
      }
      return null;
    }
    TrackingOption option = found.get();
    Optional<Problem> problem = TrackingCauses.archived(option, field);
    if (problem.isEmpty() && mustBeImported) {
      problem = TrackingCauses.notImported(option, field);
    }
    problem.ifPresent(evaluation::note);
    if (problem.isPresent() || !option.imported()) {
      return null;
    }
    // In this order, always: documents are compared by their text.
    Map<String, Object> element = new LinkedHashMap<>();
    element.put("TrackingCategoryID", option.categoryId());
    element.put("TrackingOptionID", option.id());
    return element;
  }

  private static Object bankAccount(Evaluation evaluation, Arguments given) {
    String id = given.text(0);
    // What gave no account has said why.
    Optional<Problem> problem =
        id == null
            ? Optional.empty()
            : BankAccountCauses.of(
                evaluation.books(), id, given.text(1), given.text(2, "BankAccount"));
    problem.ifPresent(evaluation::note);
    return problem.isPresent() ? null : id;
  }

  static String required(Evaluation evaluation, String value, String field) {
    // A look-up that gave nothing has said why, at the same field.
    if (value == null && !evaluation.hasProblemAt(field)) {
      evaluation.note(AmountCauses.fieldMissing(evaluation.noun(), field));
    }
    return value;
  }
}
