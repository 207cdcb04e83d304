package io.ledgerway.mapping;

import io.ledgerway.cause.AccountCauses;
import io.ledgerway.cause.SourceCauses;
import io.ledgerway.cause.TaxRateCauses;
import io.ledgerway.cause.TrackingCauses;
import io.ledgerway.mapping.MappingFunction.Arguments;
import io.ledgerway.reference.Account;
import io.ledgerway.reference.TaxRate;
import io.ledgerway.reference.TrackingOption;
import io.ledgerway.source.Choice;
import io.ledgerway.source.Source;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a company has chosen for a source, and the Xero records behind that. Whoever chose a record
 * by hand need not have imported it for others to choose.
 */
final class ChosenFunctions {

  static final List<MappingFunction> ALL =
      List.of(
          new MappingFunction(
              "setting",
              "name, field?",
              "What the company has chosen for the source, else the default; a problem when there"
                  + " is neither.",
              ChosenFunctions::setting),
          new MappingFunction(
              "settingOrNothing",
              "name",
              "As `$setting`, but nothing when there is neither.",
              (evaluation, given) -> evaluation.setting(given.text(0, ""))),
          new MappingFunction(
              "table",
              "name, value, field?",
              "What the company's table gives for a value of the source's: the id of a Xero"
                  + " record.",
              ChosenFunctions::table),
          new MappingFunction(
              "tableOrNothing",
              "name, value",
              "As `$table`, but nothing for a value that is not in it.",
              (evaluation, given) -> inTable(evaluation, given).orElse(null)),
          new MappingFunction(
              "chosenAccount",
              "id, field?",
              "AccountCode of an account that a setting or a table gave.",
              ChosenFunctions::account),
          new MappingFunction(
              "accountByCode",
              "code, field?",
              "The AccountCode, when an active account has it; else a problem.",
              ChosenFunctions::accountByCode),
          new MappingFunction(
              "chosenTaxRate",
              "id, field?",
              "TaxType of an active tax rate that a setting or a table gave.",
              ChosenFunctions::taxRate),
          new MappingFunction(
              "trackingOptionNamed",
              "category, name, field?",
              "{TrackingCategoryID, TrackingOptionID} of the active option of that name, in the"
                  + " tracking category that a setting gave; case does not matter.",
              ChosenFunctions::trackingOption));

  private ChosenFunctions() {}

  private static Object setting(Evaluation evaluation, Arguments given) {
    String name = given.text(0, "");
    Object chosen = evaluation.setting(name);
    if (chosen == null) {
      evaluation.note(
          SourceCauses.settingMissing(
              evaluation.source(), evaluation.source().settings().get(name), given.text(1)));
    }
    return chosen;
  }

  private static Object table(Evaluation evaluation, Arguments given) {
    String name = given.text(0, "");
    Source source = evaluation.source();
    Choice table = Evaluation.known(source.tables(), name, "table");
    String field = given.text(2, name);
    String value = LookupFunctions.required(evaluation, given.text(1), field);
    if (value == null) {
      return null;
    }
    Optional<String> chosen = inTable(evaluation, given);
    if (chosen.isEmpty()) {
      evaluation.note(SourceCauses.notInTable(source, table, value, field));
    }
    return chosen.orElse(null);
  }

  private static Optional<String> inTable(Evaluation evaluation, Arguments given) {
    String name = given.text(0, "");
    Source source = evaluation.source();
    Evaluation.known(source.tables(), name, "table");
    String value = given.text(1);
    return value == null ? Optional.empty() : evaluation.books().choice(source.name(), name, value);
  }

  private static Object account(Evaluation evaluation, Arguments given) {
    String id = given.text(0);
    if (id == null) {
      // What gave no account has said why.
      return null;
    }
    String field = given.text(1, evaluation.atLine("category"));
    Optional<Account> found = evaluation.books().account(id);
    if (found.isEmpty()) {
      evaluation.note(AccountCauses.unknown(id, field));
      return null;
    }
    AccountCauses.unusable(found.get(), field).ifPresent(evaluation::note);
    return found.get().code();
  }

  private static Object accountByCode(Evaluation evaluation, Arguments given) {
    String field = given.text(1, evaluation.atLine("category"));
    String code = LookupFunctions.required(evaluation, given.text(0), field);
    if (code == null) {
      return null;
    }
    Optional<Account> found = evaluation.books().accountByCode(code);
    if (found.isEmpty()) {
      evaluation.note(AccountCauses.unknownCode(code, field));
      return null;
    }
    AccountCauses.unusable(found.get(), field).ifPresent(evaluation::note);
    return code;
  }

  private static Object taxRate(Evaluation evaluation, Arguments given) {
    String id = given.text(0);
    if (id == null) {
      return null;
    }
    String field = given.text(1, evaluation.atLine("taxRate"));
    Optional<TaxRate> found = evaluation.books().taxRate(id);
    if (found.isEmpty()) {
      evaluation.note(TaxRateCauses.unknown(id, field));
      return null;
    }
    TaxRateCauses.inactive(found.get(), field).ifPresent(evaluation::note);
    return found.get().taxType();
  }

  private static Object trackingOption(Evaluation evaluation, Arguments given) {
    String category = given.text(0);
    String name = given.text(1);
    if (category == null || name == null) {
      return null;
    }
    String field = given.text(2, evaluation.atLine("costObjects"));
    Optional<TrackingOption> found = evaluation.books().trackingOptionNamed(category, name);
    if (found.isEmpty()) {
      evaluation.note(TrackingCauses.notFound(evaluation.books(), category, name, field));
      return null;
    }
    if (!found.get().active()) {
      evaluation.note(TrackingCauses.archived(found.get(), name, field));
      return null;
    }
    // In this order, always: documents are compared by their text.
    Map<String, Object> element = new LinkedHashMap<>();
    element.put("TrackingCategoryID", found.get().categoryId());
    element.put("TrackingOptionID", found.get().id());
    return element;
  }
}
