package io.ledgerway.mapping;

import io.ledgerway.mapping.MappingFunction.Arguments;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes one line of many that differ in their amounts alone. */
final class GroupFunctions {

  static final List<MappingFunction> ALL =
      List.of(
          new MappingFunction(
              "grouped",
              "lines, amount, of",
              "One line for each lot of lines that are the same but for the fields named `amount`"
                  + " and `of`: amounts are added up exactly, what they are of becomes a list. A"
                  + " lot that comes to zero is left out. The order is the same in whichever order"
                  + " the lines came.",
              GroupFunctions::grouped));

  private GroupFunctions() {}

  private static Object grouped(Evaluation evaluation, Arguments given) {
    String amountField = given.text(1, "");
    String ofField = given.text(2, "");
    Map<String, Lot> lots = new TreeMap<>();
    for (Object each : given.list(0)) {
      if (!(each instanceof Map<?, ?> line)) {
        throw new IllegalArgumentException("each line must be an object");
      }
      Map<String, Object> same = new LinkedHashMap<>();
      line.forEach(
          (name, value) -> {
            if (!name.equals(amountField) && !name.equals(ofField)) {
              same.put((String) name, Documents.exact(value));
            }
          });
      Lot lot = lots.computeIfAbsent(Documents.write(same), key -> new Lot(same));
      lot.add(Decimals.of(line.get(amountField)), line.get(ofField), line);
    }
    List<Object> lines = new ArrayList<>();
    for (Lot lot : lots.values()) {
      if (lot.amount.signum() != 0) {
        Map<String, Object> line = new LinkedHashMap<>(lot.same);
        line.put(amountField, lot.amount);
        line.put(ofField, lot.of);
        lines.add(line);
        evaluation.madeOf(line, lot.lines);
      }
    }
    return lines;
  }

  private static final class Lot {
    private final Map<String, Object> same;
    private final List<Object> of = new ArrayList<>();
    private final List<Map<?, ?>> lines = new ArrayList<>();
    private BigDecimal amount = BigDecimal.ZERO;

    Lot(Map<String, Object> same) {
      this.same = same;
    }

    void add(BigDecimal more, Object what, Map<?, ?> line) {
      if (more == null) {
        throw new IllegalArgumentException("a line has no amount");
      }
      amount = amount.add(more);
      of.add(what);
      lines.add(line);
    }
  }
}
