package io.ledgerway.cause;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people call a place in a document: {@code lines[0].category} is the category of line 1. */
final class FieldWords {

  private static final Pattern ELEMENT = Pattern.compile("([^.\\[]*?)s?\\[(\\d{1,9})](?:\\.(.+))?");

  private static final Pattern CAMEL = Pattern.compile("(?<=[a-z])[A-Z]");

  private FieldWords() {}

  private static String apart(MatchResult capital) {
    return " " + capital.group().toLowerCase(Locale.ROOT);
  }

  static String of(String field) {
    Matcher element = ELEMENT.matcher(field);
    if (!element.matches()) {
      return CAMEL.matcher(String.join(" ", field.split("\\."))).replaceAll(FieldWords::apart);
    }
    String counted = element.group(1) + " " + (Integer.parseInt(element.group(2)) + 1);
    return element.group(3) == null ? counted : of(element.group(3)) + " of " + counted;
  }
}
