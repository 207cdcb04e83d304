package io.ledgerway.receipt;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A line of CSV for spreadsheets (RFC 4180). A cell that a spreadsheet would take for a formula
 * begins with an apostrophe: merchants and names of files are written by anybody.
 */
public final class SpreadsheetLine {

  private static final Pattern FORMULA =
      Pattern.compile("(?s)[=+\\-@\\t\\r\\n\\uFF1D\\uFF0B\\uFF0D\\uFF20].*");
  private static final Pattern AMOUNT = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

  private SpreadsheetLine() {}

  public static String of(Object... cells) {
    return Arrays.stream(cells)
        .map(SpreadsheetLine::cell)
        .collect(Collectors.joining(",", "", "\r\n"));
  }

  static String cell(Object value) {
    if (value == null) {
      return "";
    }
    String text = value.toString();
    boolean formula = FORMULA.matcher(text).matches() && !AMOUNT.matcher(text).matches();
    return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
  }
}
