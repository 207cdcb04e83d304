package io.ledgerway.sandbox.query;

import io.ledgerway.sandbox.http.Refusal;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * Methods of text in a {@code where}, in any case as the documented filters are. A method on a null
 * is refused, because Xero's own pages demand the null check before it.
 */
final class TextMethods {

  private TextMethods() {}

  static <T> Function<T, Object> apply(Token name, String argument, Function<T, Object> of) {
    switch (name.text().toLowerCase(Locale.ROOT)) {
      case "tolower", "toupper":
        return of;
      case "contains":
        return test(name, argument, of, TextMethods::contains);
      case "startswith":
        return test(name, argument, of, (text, part) -> at(text, part, 0));
      case "endswith":
        return test(
            name, argument, of, (text, part) -> at(text, part, text.length() - part.length()));
      default:
        throw Refusal.query(
            "No applicable method '%s' exists (at index %d)".formatted(name.text(), name.at()));
    }
  }

  private static <T> Function<T, Object> test(
      Token name, String part, Function<T, Object> of, BiPredicate<String, String> holds) {
    if (part == null) {
      throw Refusal.query(
          "Method '%s' needs a text (at index %d)".formatted(name.text(), name.at()));
    }
    return record -> {
      Object value = of.apply(record);
      if (value == null) {
        throw Refusal.query(
            "Object reference not set to an instance of an object: check for null before '%s' (at index %d)"
                .formatted(name.text(), name.at()));
      }
      return holds.test(value.toString(), part);
    };
  }

  private static boolean contains(String text, String part) {
    for (int i = 0; i <= text.length() - part.length(); i++) {
      if (at(text, part, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean at(String text, String part, int start) {
    return start >= 0 && text.regionMatches(true, start, part, 0, part.length());
  }
}
