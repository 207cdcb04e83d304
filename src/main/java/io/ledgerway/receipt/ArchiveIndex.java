package io.ledgerway.receipt;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What an archive holds, as CSV for spreadsheets (RFC 4180, UTF-8 with its mark). A cell that a
 * spreadsheet would take for a formula begins with an apostrophe: merchants and names of files are
 * written by anybody. Not thread-safe.
 */
class ArchiveIndex {

  private static final String COLUMNS =
      "\ufeffdocument,posting,date,merchant,employee,currency,total,xeroResource,xeroDocument,receipt,kind,state,file,contentType,bytes,sha256,sameAsInXero,missingBecause\r\n";
  private static final Pattern FORMULA =
      Pattern.compile("(?s)[=+\\-@\\t\\r\\n\\uFF1D\\uFF0B\\uFF0D\\uFF20].*");
  private static final Pattern AMOUNT = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

  private final ByteArrayOutputStream lines = new ByteArrayOutputStream();

  ArchiveIndex() {
    lines.writeBytes(COLUMNS.getBytes(StandardCharsets.UTF_8));
  }

  void add(Object... cells) {
    String line =
        Arrays.stream(cells).map(ArchiveIndex::cell).collect(Collectors.joining(",", "", "\r\n"));
    lines.writeBytes(line.getBytes(StandardCharsets.UTF_8));
  }

  byte[] bytes() {
    return lines.toByteArray();
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
