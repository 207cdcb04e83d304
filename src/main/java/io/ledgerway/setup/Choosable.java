package io.ledgerway.setup;

import java.math.BigDecimal;

/**
 * A record of Xero's that can be imported or left out. Immutable.
 *
 * @param kind account, tax-rate, tracking-category or tracking-option
 * @param parent an option's category
 * @param type an account's type
 * @param rate a tax rate's per cent
 * @param importedAs what it is to the platform now; null when it is not imported
 * @param chosenAs what it would be
 * @param reason why it cannot be chosen (accounts), or is not chosen by itself (tax rates); null
 *     when there is none
 */
record Choosable(
    String kind,
    String id,
    String code,
    String name,
    boolean active,
    String parent,
    String type,
    BigDecimal rate,
    String importedAs,
    String chosenAs,
    String reason) {

  boolean chosen() {
    return chosenAs != null;
  }
}
