package io.ledgerway.receipt;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * What an archive holds, as CSV for spreadsheets (RFC 4180, UTF-8 with its mark). Not thread-safe.
 */
class ArchiveIndex {

  private static final String COLUMNS =
      "\ufeffdocument,posting,date,merchant,employee,currency,total,xeroResource,xeroDocument,receipt,kind,state,file,contentType,bytes,sha256,sameAsInXero,missingBecause\r\n";

  private final ByteArrayOutputStream lines = new ByteArrayOutputStream();

  ArchiveIndex() {
    lines.writeBytes(COLUMNS.getBytes(StandardCharsets.UTF_8));
  }

  void add(Object... cells) {
    lines.writeBytes(SpreadsheetLine.of(cells).getBytes(StandardCharsets.UTF_8));
  }

  byte[] bytes() {
    return lines.toByteArray();
  }
}
