package io.ledgerway.mapping;

import io.ledgerway.cause.AmountCauses;
import io.ledgerway.cause.OrganisationCauses;
import io.ledgerway.mapping.MappingFunction.Arguments;
import io.ledgerway.problem.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** What concerns the document as a whole: its identity, date, currency and signs. */
final class DocumentFunctions {

  static final List<MappingFunction> ALL =
      List.of(
          new MappingFunction(
              "marker",
              "",
              "The value that finds the document again in Xero; a placeholder of the same length in"
                  + " a check before posting.",
              (evaluation, given) -> evaluation.marker()),
          new MappingFunction(
              "documentUrl",
              "",
              "Address of the document's page here; a placeholder in a check before posting.",
              (evaluation, given) -> evaluation.documentUrl()),
          new MappingFunction(
              "atLine",
              "index",
              "Gives nothing. Problems found from here on name this line, counted from 0, as in"
                  + " `lines[2].category`.",
              (evaluation, given) -> {
                evaluation.enterLine(given.whole(0));
                return null;
              }),
          new MappingFunction(
              "lineField",
              "name",
              "Where that field of the line at hand stands in the document, as in"
                  + " `lines[2].category`.",
              (evaluation, given) -> evaluation.atLine(given.text(0, ""))),
          new MappingFunction(
              "openDate",
              "date, field?",
              "The ISO date; one in a locked period is a problem.",
              DocumentFunctions::openDate),
          new MappingFunction(
              "firstOpenDate",
              "date",
              "The ISO date, or the day after the lock date when it is in a locked period.",
              DocumentFunctions::firstOpenDate),
          new MappingFunction(
              "withdrawn",
              "reason",
              "Gives nothing. Says that the source no longer wants the document posted.",
              (evaluation, given) -> {
                evaluation.note(AmountCauses.withdrawn(given.text(0, "no reason was given")));
                return null;
              }),
          new MappingFunction(
              "nothingToPost",
              "reason",
              "Gives nothing. Says that the document has nothing in it that belongs into the"
                  + " books.",
              (evaluation, given) -> {
                evaluation.note(AmountCauses.nothingToPost(given.text(0, "it is empty")));
                return null;
              }),
          new MappingFunction(
              "currency",
              "code, field?",
              "The ISO 4217 code; one that the organisation does not have is a problem.",
              DocumentFunctions::currency),
          new MappingFunction(
              "checkSigns",
              "amounts, setting?",
              "Gives nothing. A problem when the amounts come to zero, or when some are spent and"
                  + " others refunded, unless the company has chosen NET in that setting of the"
                  + " source's.",
              DocumentFunctions::checkSigns),
          new MappingFunction(
              "isLeftOut",
              "amount, amounts, setting",
              "True of a line of zero among the amounts of others: it says nothing to the books."
                  + " Where the company has chosen HOLD in that setting of the source's it is a"
                  + " problem instead.",
              DocumentFunctions::isLeftOut));

  private DocumentFunctions() {}

  private static Object openDate(Evaluation evaluation, Arguments given) {
    String field = given.text(1, "date");
    String text = LookupFunctions.required(evaluation, given.text(0), field);
    if (text == null) {
      return null;
    }
    try {
      LocalDate date = LocalDate.parse(text);
      OrganisationCauses.locked(evaluation.books(), date, field).ifPresent(evaluation::note);
      return text;
    } catch (DateTimeParseException e) {
      evaluation.note(OrganisationCauses.dateInvalid(text, field));
      return null;
    }
  }

  private static Object firstOpenDate(Evaluation evaluation, Arguments given) {
    String text = given.text(0);
    try {
      return text == null
          ? null
          : evaluation
              .books()
              .organisation()
              .filter(organisation -> organisation.isLocked(LocalDate.parse(text)))
              .map(organisation -> organisation.lockDate().plusDays(1).toString())
              .orElse(text);
    } catch (DateTimeParseException e) {
      return text;
    }
  }

  private static Object currency(Evaluation evaluation, Arguments given) {
    String field = given.text(1, "currency");
    String code = LookupFunctions.required(evaluation, given.text(0), field);
    if (code != null) {
      OrganisationCauses.currencyUnknown(evaluation.books(), code, field)
          .ifPresent(evaluation::note);
    }
    return code;
  }

  private static Object isLeftOut(Evaluation evaluation, Arguments given) {
    BigDecimal amount = Decimals.of(given.get(0));
    if (amount == null
        || amount.signum() != 0
        || given.list(1).stream().map(Decimals::of).allMatch(other -> other.signum() == 0)) {
      return false;
    }
    String setting = given.text(2);
    if ("HOLD".equals(evaluation.setting(setting))) {
      evaluation.note(
          AmountCauses.zeroLine(
              evaluation.atLine("amount"), evaluation.source().name() + "/" + setting));
    }
    return true;
  }

  private static Object checkSigns(Evaluation evaluation, Arguments given) {
    List<BigDecimal> amounts = given.list(0).stream().map(Decimals::of).toList();
    String setting = given.text(1);
    Optional<Problem> mixed =
        setting != null && "NET".equals(evaluation.setting(setting))
            ? Optional.empty()
            : AmountCauses.mixedSigns(
                amounts, setting == null ? null : evaluation.source().name() + "/" + setting);
    mixed.ifPresent(evaluation::note);
    BigDecimal total = MoneyFunctions.sum(amounts);
    if (mixed.isEmpty() && total.signum() == 0) {
      evaluation.note(AmountCauses.totalNotPositive(total));
    }
    return null;
  }
}
