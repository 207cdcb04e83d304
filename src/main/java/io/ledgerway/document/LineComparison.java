package io.ledgerway.document;

import io.ledgerway.document.ComparedLine.Field;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which lines differ, and in what. Xero does not promise to keep our order: each line is held
 * against the one that is most like it. Used by one thread.
 */
class LineComparison {

  /**
   * @param field where in the source document; null when it has no such line
   */
  record Difference(String message, String field) {}

  private final List<ComparedLine> missing;
  private final List<ComparedLine> surplus;

  LineComparison(List<ComparedLine> meant, List<ComparedLine> held) {
    this.missing = new ArrayList<>(meant);
    this.surplus = new ArrayList<>(held);
  }

  List<Difference> differences() {
    missing.removeIf(this::isHeld);
    List<Difference> differences = new ArrayList<>();
    for (ComparedLine line : missing) {
      surplus.stream()
          .min(Comparator.comparingInt(line::distance))
          .ifPresentOrElse(
              other -> {
                surplus.remove(other);
                differences.addAll(between(line, other));
              },
              () -> differences.add(absent(line)));
    }
    for (ComparedLine line : surplus) {
      differences.add(
          new Difference(
              "%s is in Xero and was not meant: %s.".formatted(line.named(), all(line)), null));
    }
    return differences;
  }

  private boolean isHeld(ComparedLine line) {
    return surplus.stream()
        .filter(other -> Stream.of(Field.values()).noneMatch(field -> line.differs(other, field)))
        .findFirst()
        .map(surplus::remove)
        .orElse(false);
  }

  private static List<Difference> between(ComparedLine meant, ComparedLine held) {
    return Stream.of(Field.values())
        .filter(field -> meant.differs(held, field))
        .map(
            field ->
                new Difference(
                    "%s: %s meant %s, Xero holds %s."
                        .formatted(
                            meant.named(), field.words(), meant.told(field), held.told(field)),
                    "lines[%d].%s".formatted(meant.position(), field)))
        .toList();
  }

  private static Difference absent(ComparedLine line) {
    return new Difference(
        "%s is missing in Xero: %s.".formatted(line.named(), all(line)),
        "lines[%d]".formatted(line.position()));
  }

  private static String all(ComparedLine line) {
    return Stream.of(Field.values())
        .map(field -> field.words() + " " + line.told(field))
        .collect(Collectors.joining(", "));
  }
}
