package io.ledgerway.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.TreeSet;

/** What somebody who mistyped a name most likely meant. */
public final class Nearest {

  private Nearest() {}

  /** A sentence that names what is near, or else what there is. */
  public static String to(String given, Collection<String> known) {
    return known.stream()
        .filter(name -> distance(given, name) <= Math.max(2, given.length() / 3))
        .min(Comparator.comparingInt((String name) -> distance(given, name)))
        .map(name -> "Did you mean '" + name + "'?")
        .orElseGet(
            () ->
                known.isEmpty()
                    ? "There is none yet"
                    : "Known are " + String.join(", ", few(known)));
  }

  private static Collection<String> few(Collection<String> known) {
    TreeSet<String> sorted = new TreeSet<>(known);
    return sorted.size() <= 12 ? sorted : sorted.stream().limit(12).toList();
  }

  /** How many letters are to be changed, added or left out. */
  static int distance(String one, String other) {
    int[] above = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] row = new int[other.length() + 1];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int changed = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(changed, 1 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[other.length()];
  }
}
