package io.ledgerway.sandbox.query;

import io.ledgerway.sandbox.http.Refusal;
import java.util.Comparator;
import java.util.function.Function;

/** Parses {@code order=Field}, {@code order=Field DESC}, several separated by a comma. */
final class Order {

  private Order() {}

  static <T> Comparator<T> parse(Fields<T> fields, String source) {
    Comparator<T> all = null;
    for (String part : source.split(",")) {
      String[] words = part.trim().split("\\s+");
      boolean descending = words.length > 1 && words[1].equalsIgnoreCase("DESC");
      if (words.length > 2
          || (words.length == 2 && !descending && !words[1].equalsIgnoreCase("ASC"))) {
        throw Refusal.query("Syntax error '%s' (at index 0)".formatted(part.trim()));
      }
      Comparator<T> one = by(fields.get(words[0], 0));
      one = descending ? one.reversed() : one;
      all = all == null ? one : all.thenComparing(one);
    }
    return all;
  }

  private static <T> Comparator<T> by(Function<T, Object> field) {
    return (a, b) -> {
      Object left = field.apply(a);
      Object right = field.apply(b);
      if (left == null || right == null) {
        return left == right ? 0 : left == null ? -1 : 1;
      }
      return Compare.order(left, right, 0);
    };
  }
}
