package io.ledgerway.mapping;

import io.ledgerway.mapping.MappingFunction.Arguments;
import io.ledgerway.reference.Organisation;
import io.ledgerway.reference.Settings.MixedSigns;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/** What concerns the document as a whole: its identity, date, currency and signs. */
final class DocumentFunctions {

  static final List<MappingFunction> ALL =
      List.of(
          new MappingFunction(
              "marker",
              "",
              "The value that finds the document again in Xero; a placeholder of the same length in a"
                  + " check before posting.",
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
              "openDate",
              "date, field?",
              "The ISO date; one in a locked period is a problem.",
              DocumentFunctions::openDate),
          new MappingFunction(
              "currency",
              "code, field?",
              "The ISO 4217 code; one that the organisation does not have is a problem.",
              DocumentFunctions::currency),
          new MappingFunction(
              "checkSigns",
              "amounts",
              "Gives nothing. A problem when the amounts come to zero, or when some are spent and"
                  + " others refunded and the company does not net them.",
              DocumentFunctions::checkSigns));

  private DocumentFunctions() {}

  private static Object openDate(Evaluation evaluation, Arguments given) {
    String field = given.text(1, "date");
    String text = LookupFunctions.required(evaluation, given.text(0), field);
    if (text == null) {
      return null;
    }
    try {
      LocalDate date = LocalDate.parse(text);
      evaluation
          .books()
          .organisation()
          .filter(organisation -> organisation.isLocked(date))
          .map(Organisation::lockDate)
          .ifPresent(lock -> evaluation.note(Problems.dateLocked(date, lock, field)));
      return text;
    } catch (DateTimeParseException e) {
      evaluation.note(Problems.dateInvalid(text, field));
      return null;
    }
  }

  private static Object currency(Evaluation evaluation, Arguments given) {
    String field = given.text(1, "currency");
    String code = LookupFunctions.required(evaluation, given.text(0), field);
    if (code != null && !evaluation.books().hasCurrency(code)) {
      evaluation.note(Problems.currencyUnknown(code, field));
    }
    return code;
  }

  private static Object checkSigns(Evaluation evaluation, Arguments given) {
    boolean spent = false;
    boolean refunded = false;
    for (Object each : given.list(0)) {
      BigDecimal amount = Decimals.of(each);
      spent |= amount.signum() > 0;
      refunded |= amount.signum() < 0;
    }
    if (spent && refunded && evaluation.books().settings().mixedSigns() == MixedSigns.HOLD) {
      evaluation.note(Problems.signsDiffer());
    } else if (MoneyFunctions.sum(given.list(0)).signum() == 0) {
      evaluation.note(Problems.totalZero());
    }
    return null;
  }
}
