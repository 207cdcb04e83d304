package io.ledgerway.receipt;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The types of files that Xero is known to take (xero-api.md 4.13), told by what a file begins
 * with: what a server calls it may be wrong, as when a page that asks for a password comes in a
 * receipt's stead.
 */
enum FileType {
  PDF(types("application/pdf", "pdf"), "%PDF"),
  PNG(types("image/png", "png"), "\u0089PNG"),
  JPEG(types("image/jpeg", "jpg", "image/jpg", "jpg"), "\u00ff\u00d8\u00ff"),
  GIF(types("image/gif", "gif"), "GIF8"),
  TIFF(types("image/tiff", "tif"), "II*\0", "MM\0*"),
  BMP(types("image/bmp", "bmp", "image/x-ms-bmp", "bmp"), "BM"),
  /** Also what Office and OpenDocument files are. */
  ZIP(
      types(
          "application/zip",
          "zip",
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          "docx",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          "xlsx",
          "application/vnd.openxmlformats-officedocument.presentationml.presentation",
          "pptx",
          "application/vnd.oasis.opendocument.formula",
          "odf"),
      "PK\u0003\u0004"),
  OFFICE(
      types(
          "application/msword",
          "doc",
          "application/vnd.ms-excel",
          "xls",
          "application/vnd.ms-powerpoint",
          "ppt"),
      "\u00d0\u00cf\u0011\u00e0"),
  RAR(types("application/vnd.rar", "rar", "application/x-rar-compressed", "rar"), "Rar!"),
  RTF(types("application/rtf", "rtf", "text/rtf", "rtf"), "{\\rtf"),
  /** What has no beginning of its own. */
  TEXT(types("text/plain", "txt", "text/csv", "csv"));

  /** What a server says when it does not know. */
  private static final Set<String> SAYS_NOTHING =
      Set.of("application/octet-stream", "binary/octet-stream", "application/x-download");

  private final Map<String, String> endings;
  private final List<String> beginnings;

  FileType(Map<String, String> endings, String... beginnings) {
    this.endings = endings;
    this.beginnings = List.of(beginnings);
  }

  /**
   * What a file is sent as.
   *
   * @param ending of its name
   */
  record Sent(String contentType, String ending) {}

  /**
   * @param told by the server; may be null
   * @return null when Xero does not take it, or it is not what it is called
   */
  static Sent of(byte[] content, String told) {
    boolean untold = told == null || SAYS_NOTHING.contains(told);
    for (FileType type : values()) {
      String ending = untold ? null : type.endings.get(told);
      if ((untold && type != TEXT || ending != null) && type.begins(content)) {
        return untold ? type.usual() : new Sent(told, ending);
      }
    }
    return null;
  }

  /** By the first of its names. */
  private Sent usual() {
    Map.Entry<String, String> first = endings.entrySet().iterator().next();
    return new Sent(first.getKey(), first.getValue());
  }

  private static Map<String, String> types(String... namesAndEndings) {
    Map<String, String> types = new LinkedHashMap<>();
    for (int i = 0; i < namesAndEndings.length; i += 2) {
      types.put(namesAndEndings[i], namesAndEndings[i + 1]);
    }
    return types;
  }

  private boolean begins(byte[] content) {
    String start =
        new String(content, 0, Math.min(content.length, 512), StandardCharsets.ISO_8859_1);
    if (this == TEXT) {
      String plain = start.stripLeading().toLowerCase(Locale.ROOT);
      return start.indexOf('\0') < 0 && !plain.startsWith("<");
    }
    // Some programs write a few bytes before a PDF's beginning, and readers take it.
    return this == PDF ? start.contains("%PDF") : beginnings.stream().anyMatch(start::startsWith);
  }
}
