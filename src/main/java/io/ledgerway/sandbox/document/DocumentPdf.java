package io.ledgerway.sandbox.document;

import io.ledgerway.sandbox.books.Contact;
import io.ledgerway.sandbox.books.Organisation;
import io.ledgerway.sandbox.http.Answer;
import io.ledgerway.sandbox.http.Call;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One document as a PDF of one page, for {@code Accept: application/pdf} (xero-api.md 2.1). */
final class DocumentPdf {

  private static final Set<DocumentKind> PRINTED =
      EnumSet.of(DocumentKind.INVOICE, DocumentKind.CREDIT_NOTE, DocumentKind.PURCHASE_ORDER);

  private DocumentPdf() {}

  static boolean isWanted(Call call, DocumentKind kind) {
    return PRINTED.contains(kind)
        && call.accept() != null
        && call.accept().toLowerCase(java.util.Locale.ROOT).contains("application/pdf");
  }

  static Answer of(Organisation books, Document document) {
    Contact contact = books.contacts().get(document.contactId);
    List<String> lines = new ArrayList<>();
    lines.add(books.name() + ": " + document.type + " " + document.number);
    lines.add(contact.name() + ", " + document.date);
    document.lines.forEach(line -> lines.add(line.description + "  " + line.lineAmount));
    lines.add("Total " + document.total.toPlainString() + " " + document.currency);
    lines.add("Printed by a sandbox. This is not Xero.");
    return new Answer(200, "application/pdf", page(lines), Map.of(), 1);
  }

  private static byte[] page(List<String> lines) {
    StringBuilder text = new StringBuilder("BT /F1 12 Tf 18 TL 60 780 Td");
    lines.forEach(line -> text.append(" (").append(escaped(line)).append(") '"));
    text.append(" ET");
    List<String> objects =
        List.of(
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R"
                + "/Resources<</Font<</F1 4 0 R>>>>>>",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
            "<</Length " + text.length() + ">>stream\n" + text + "\nendstream");
    StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
    StringBuilder index = new StringBuilder("0000000000 65535 f \n");
    for (int i = 0; i < objects.size(); i++) {
      index.append("%010d 00000 n \n".formatted(pdf.length()));
      pdf.append(i + 1).append(" 0 obj").append(objects.get(i)).append("endobj\n");
    }
    int start = pdf.length();
    pdf.append("xref\n0 6\n").append(index).append("trailer<</Size 6/Root 1 0 R>>\n");
    pdf.append("startxref\n").append(start).append("\n%%EOF\n");
    // One byte for each character, so that the offsets are right.
    return pdf.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String escaped(String text) {
    return text.replaceAll("([\\\\()])", "\\\\$1").replaceAll("\\R", " ");
  }
}
