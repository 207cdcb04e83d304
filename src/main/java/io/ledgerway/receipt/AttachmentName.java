package io.ledgerway.receipt;

import java.text.Normalizer;
import java.util.Locale;
import java.util.UUID;

/**
 * The name of a receipt in Xero: as its source calls it, without what Xero refuses, and with a few
 * characters that no other has. Xero replaces what has the same name: so sent twice it stands there
 * once, and what a person attached by hand is never replaced.
 */
final class AttachmentName {

  private static final int LONGEST = 80;
  private static final int OWN = 8;

  private AttachmentName() {}

  /**
   * @param fileName as its source calls it; may be null
   * @param ending that fits what it is
   */
  static String of(String fileName, String ending, UUID receipt) {
    String id = receipt.toString();
    return cut(clean(base(fileName == null ? "" : fileName, ending)))
        + "-"
        + id.substring(id.length() - OWN)
        + "."
        + ending;
  }

  /** A part of a path that is nothing but a name. */
  static String part(String name) {
    return cut(clean(name));
  }

  private static String base(String fileName, String ending) {
    int dot = fileName.lastIndexOf('.');
    String last = dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
    boolean isEnding = last.equals(ending) || last.matches("[a-z]{3,4}");
    return isEnding ? fileName.substring(0, dot) : fileName;
  }

  /** Letters, digits and a few signs stay: no path, no change of direction, nothing unseen. */
  private static String clean(String name) {
    String clean =
        Normalizer.normalize(name, Normalizer.Form.NFC)
            .replaceAll("[^\\p{L}\\p{M}\\p{N} ._,()&-]", "_")
            .replaceAll("_{2,}", "_")
            .replaceAll(" {2,}", " ")
            .replaceAll("^[ ._]+|[ ._]+$", "");
    return clean.isEmpty() ? "receipt" : clean;
  }

  private static String cut(String name) {
    if (name.length() <= LONGEST) {
      return name;
    }
    int end = Character.isHighSurrogate(name.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return name.substring(0, end).stripTrailing();
  }
}
