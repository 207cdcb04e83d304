package io.ledgerway.mapping;

import io.ledgerway.mapping.MappingFunction.Arguments;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** Makes text fit Xero's fields. */
final class TextFunctions {

  static final List<MappingFunction> ALL =
      List.of(
          new MappingFunction(
              "cut",
              "text, longest",
              "The text on one line, runs of blanks and control characters made one blank, without"
                  + " characters that turn the direction of others or are not seen at all, cut to"
                  + " so many characters; never through the middle of a character.",
              (evaluation, given) -> cut(oneLine(given.text(0)), given.whole(1))),
          new MappingFunction(
              "ascii",
              "text, longest",
              "As `$cut`, in printable ASCII: accents are dropped, other letters become `?`.",
              (evaluation, given) -> cut(ascii(oneLine(given.text(0))), given.whole(1))),
          new MappingFunction(
              "joined",
              "texts, separator",
              "The texts that are not blank, with the separator between them.",
              TextFunctions::joined),
          new MappingFunction(
              "levels",
              "text, separator",
              "The parts of a text between separators; one behind a backslash is part of the text."
                  + " A part may be empty.",
              TextFunctions::levels),
          new MappingFunction(
              "fit",
              "text, separator, tail, longest",
              "The text and the whole of the tail, the text cut so that both fit: for references"
                  + " that must keep the marker.",
              TextFunctions::fit));

  private TextFunctions() {}

  /** Length is counted in UTF-16 units, as Xero's platform counts it. */
  private static String cut(String text, int longest) {
    if (text == null || text.length() <= longest) {
      return text;
    }
    int end = Math.max(0, longest);
    if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    String cut = text.substring(0, end).stripTrailing();
    return cut.isEmpty() ? null : cut;
  }

  static String oneLine(String text) {
    if (text == null) {
      return null;
    }
    StringBuilder line = new StringBuilder(text.length());
    boolean blank = false;
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (Character.isWhitespace(letter)
          || Character.isISOControl(letter)
          || Character.isSpaceChar(letter)) {
        blank = true;
      } else if (!isUnseen(letter)) {
        if (blank && !line.isEmpty()) {
          line.append(' ');
        }
        blank = false;
        line.append(letter);
      }
    }
    return line.isEmpty() ? null : line.toString();
  }

  /**
   * Marks, embeddings, overrides and isolates of direction, which make a text read otherwise than
   * it is; characters without width; annotations. Joiners stay: some scripts need them, and emoji.
   */
  private static boolean isUnseen(char letter) {
    return letter == '\u061C'
        || letter == '\u200B'
        || letter == '\u200E'
        || letter == '\u200F'
        || letter >= '\u202A' && letter <= '\u202E'
        || letter >= '\u2060' && letter <= '\u206F'
        || letter == '\uFEFF'
        || letter >= '\uFFF9' && letter <= '\uFFFB';
  }

  private static String ascii(String text) {
    if (text == null) {
      return null;
    }
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}+", "")
        .codePoints()
        .map(letter -> letter < 0x20 || letter > 0x7e ? '?' : letter)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static Object joined(Evaluation evaluation, Arguments given) {
    String separator = verbatim(given, 1);
    StringBuilder all = new StringBuilder();
    for (Object each : given.list(0)) {
      String text = new Arguments(java.util.Collections.singletonList(each)).text(0);
      if (text != null) {
        all.append(all.isEmpty() ? "" : separator).append(text);
      }
    }
    return all.isEmpty() ? null : all.toString();
  }

  private static Object levels(Evaluation evaluation, Arguments given) {
    String text = given.text(0);
    char separator = verbatim(given, 1).charAt(0);
    List<Object> levels = new ArrayList<>();
    StringBuilder level = new StringBuilder();
    for (int i = 0; text != null && i < text.length(); i++) {
      char letter = text.charAt(i);
      boolean escaped = letter == '\\' && i + 1 < text.length() && text.charAt(i + 1) == separator;
      if (escaped) {
        level.append(separator);
        i++;
      } else if (letter == separator) {
        levels.add(level.toString().strip());
        level.setLength(0);
      } else {
        level.append(letter);
      }
    }
    levels.add(level.toString().strip());
    return levels;
  }

  private static Object fit(Evaluation evaluation, Arguments given) {
    String tail = given.text(2, "");
    String end = verbatim(given, 1) + tail;
    String text = cut(oneLine(given.text(0)), given.whole(3) - end.length());
    return text == null ? tail : text + end;
  }

  /** A separator may be nothing but blanks. */
  private static String verbatim(Arguments given, int index) {
    return given.get(index) instanceof String text ? text : "";
  }
}
