package io.ledgerway.cause;

import io.ledgerway.problem.Problem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What can be wrong with a document's amounts (xero-api.md 2.9, 4.5). */
public final class AmountCauses {

  private static final BigDecimal LARGEST = new BigDecimal("9999999999.99");

  private AmountCauses() {}

  public static Problem fieldMissing(String noun, String field) {
    return Cause.REQUIRED_FIELD_MISSING.at(field, List.of(), noun, FieldWords.of(field));
  }

  /** Of a value that no schema takes. */
  public static Problem invalid(String field) {
    return Cause.INVALID_VALUE.at(field, List.of(), FieldWords.of(field));
  }

  /** Of a value that is of another type than it should be, a text for a number say. */
  public static Problem wrongType(String field) {
    return Cause.INVALID_VALUE_TYPE.at(field, List.of(), FieldWords.of(field));
  }

  public static Problem tooLarge() {
    return Cause.DOCUMENT_TOO_LARGE.at("lines", List.of());
  }

  public static Optional<Problem> notExact(BigDecimal amount, String field) {
    return amount.stripTrailingZeros().scale() <= 2 && amount.abs().compareTo(LARGEST) <= 0
        ? Optional.empty()
        : Optional.of(Cause.AMOUNT_NOT_EXACT.at(field, List.of(), amount.toPlainString()));
  }

  public static Optional<Problem> zero(BigDecimal amount, String field) {
    return amount.signum() != 0
        ? Optional.empty()
        : Optional.of(Cause.AMOUNT_ZERO.at(field, List.of()));
  }

  /**
   * A line of zero beside others, that the company has held.
   *
   * @param setting the key of the setting that says so
   */
  public static Problem zeroLine(String field, String setting) {
    return Cause.AMOUNT_ZERO.at(field, List.of(KeyKind.SETTING.of(setting)));
  }

  public static Problem totalNotPositive(BigDecimal total) {
    return Cause.TOTAL_NOT_POSITIVE.at("lines", List.of(), total.toPlainString());
  }

  public static Problem totalDiffers(BigDecimal sum, BigDecimal stated, String field) {
    return Cause.TOTAL_DIFFERS.at(field, List.of(), plain(sum), plain(stated));
  }

  public static Problem withdrawn(String reason) {
    return Cause.WITHDRAWN.at(null, List.of(), reason);
  }

  public static Problem nothingToPost(String reason) {
    return Cause.NOTHING_TO_POST.at(null, List.of(), reason);
  }

  private static String plain(BigDecimal amount) {
    return amount == null ? "nothing" : amount.toPlainString();
  }

  /**
   * Lines that differ in sign.
   *
   * @param setting the key of the setting that would allow them; null when there is none
   */
  public static Optional<Problem> mixedSigns(List<BigDecimal> amounts, String setting) {
    boolean spent = amounts.stream().anyMatch(amount -> amount.signum() > 0);
    boolean refunded = amounts.stream().anyMatch(amount -> amount.signum() < 0);
    return spent && refunded
        ? Optional.of(
            Cause.MIXED_SIGNS.at(
                "lines", setting == null ? List.of() : List.of(KeyKind.SETTING.of(setting))))
        : Optional.empty();
  }
}
