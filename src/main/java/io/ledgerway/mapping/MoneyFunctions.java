package io.ledgerway.mapping;

import io.ledgerway.cause.AmountCauses;
import io.ledgerway.mapping.MappingFunction.Arguments;
import io.ledgerway.problem.Problem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Arithmetic on decimals, exact. JSONata's own operators calculate in binary floating point and are
 * refused in mapping files. Nothing in, nothing out.
 */
final class MoneyFunctions {

  static final List<MappingFunction> ALL =
      List.of(
          new MappingFunction(
              "money",
              "amount, field?",
              "The amount with exactly two decimals; a third decimal that is not zero is a problem"
                  + " of the document.",
              MoneyFunctions::money),
          new MappingFunction(
              "lineAmount",
              "amount, field?",
              "As `$money`, and zero is a problem too: Xero refuses such lines.",
              MoneyFunctions::lineAmount),
          new MappingFunction(
              "total",
              "amounts",
              "The sum of a list of amounts; 0 for an empty one.",
              (evaluation, given) -> sum(given.list(0))),
          new MappingFunction(
              "cents",
              "whole",
              "The amount that so many hundredths are: 4550 gives 45.50.",
              MoneyFunctions::cents),
          new MappingFunction(
              "totalIs",
              "sum, stated, field?",
              "Gives nothing. A problem that names both when they differ.",
              MoneyFunctions::totalIs),
          new MappingFunction(
              "plus", "a, b", "a + b", (evaluation, given) -> both(given, BigDecimal::add)),
          new MappingFunction(
              "minus", "a, b", "a − b", (evaluation, given) -> both(given, BigDecimal::subtract)),
          new MappingFunction(
              "times",
              "a, b",
              "a × b, with all its decimals",
              (evaluation, given) -> both(given, BigDecimal::multiply)),
          new MappingFunction(
              "negate",
              "amount",
              "The amount with the other sign.",
              (evaluation, given) -> one(given, BigDecimal::negate)),
          new MappingFunction(
              "absolute",
              "amount",
              "The amount without its sign.",
              (evaluation, given) -> one(given, BigDecimal::abs)),
          new MappingFunction(
              "roundHalfUp",
              "amount, decimals",
              "Rounded as on an invoice: half a cent goes away from zero.",
              (evaluation, given) ->
                  one(given, amount -> amount.setScale(given.whole(1), RoundingMode.HALF_UP))),
          new MappingFunction(
              "isNegative",
              "amount",
              "True below zero, false otherwise and for nothing.",
              (evaluation, given) -> sign(given) < 0),
          new MappingFunction(
              "isZero",
              "amount",
              "True for zero, with however many decimals.",
              (evaluation, given) -> given.get(0) != null && sign(given) == 0));

  private MoneyFunctions() {}

  private static Object money(Evaluation evaluation, Arguments given) {
    BigDecimal amount = Decimals.of(given.get(0));
    String field = given.text(1, evaluation.atLine("amount"));
    if (amount == null) {
      evaluation.note(AmountCauses.fieldMissing(evaluation.noun(), field));
      return null;
    }
    Optional<Problem> problem = AmountCauses.notExact(amount, field);
    problem.ifPresent(evaluation::note);
    return problem.isPresent() ? null : amount.setScale(2, RoundingMode.UNNECESSARY);
  }

  private static Object lineAmount(Evaluation evaluation, Arguments given) {
    BigDecimal amount = (BigDecimal) money(evaluation, given);
    if (amount != null) {
      AmountCauses.zero(amount, given.text(1, evaluation.atLine("amount")))
          .ifPresent(evaluation::note);
    }
    return amount;
  }

  private static Object cents(Evaluation evaluation, Arguments given) {
    String text = given.text(0);
    try {
      return text == null ? null : new BigDecimal(new java.math.BigInteger(text), 2);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + text + "' is no whole number of hundredths", e);
    }
  }

  private static Object totalIs(Evaluation evaluation, Arguments given) {
    BigDecimal sum = Decimals.of(given.get(0));
    BigDecimal stated = Decimals.of(given.get(1));
    if (sum == null || stated == null || sum.compareTo(stated) != 0) {
      evaluation.note(AmountCauses.totalDiffers(sum, stated, given.text(2, "total")));
    }
    return null;
  }

  static BigDecimal sum(List<?> amounts) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Object amount : amounts) {
      sum = sum.add(Decimals.of(amount));
    }
    return sum;
  }

  private static Object one(Arguments given, UnaryOperator<BigDecimal> rule) {
    BigDecimal amount = Decimals.of(given.get(0));
    return amount == null ? null : rule.apply(amount);
  }

  private static Object both(Arguments given, java.util.function.BinaryOperator<BigDecimal> rule) {
    BigDecimal left = Decimals.of(given.get(0));
    BigDecimal right = Decimals.of(given.get(1));
    return left == null || right == null ? null : rule.apply(left, right);
  }

  private static int sign(Arguments given) {
    BigDecimal amount = Decimals.of(given.get(0));
    return amount == null ? 0 : amount.signum();
  }
}
