package io.ledgerway.source;

import java.util.List;

/**
 * Something that a company chooses for a source: a setting, or what stands in a table for a value.
 * Immutable.
 *
 * @param noun what people call a value of a table; of a setting its title
 * @param recordKind of the Xero record that is chosen, as the books name it; null for plain values
 * @param accountTypes Xero's types that an account may have; empty when any will do
 * @param otherwise what counts when nothing was chosen; may be null
 * @param missing the code of the problem that a document has for want of it
 */
public record Choice(
    String name,
    String title,
    String noun,
    String recordKind,
    List<String> accountTypes,
    Object otherwise,
    String missing) {

  private static final String XERO = "xero-";

  /** What people call the Xero record that is chosen. */
  public String recordWords() {
    return accountTypes.equals(List.of("BANK"))
        ? "bank account"
        : recordKind == null ? "value" : recordKind.replace('-', ' ');
  }

  static String recordKind(String format) {
    return format != null && format.startsWith(XERO) ? format.substring(XERO.length()) : null;
  }
}
