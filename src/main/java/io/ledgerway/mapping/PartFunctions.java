package io.ledgerway.mapping;

import java.util.List;

/** What lets mappings of one folder share what they have in common. */
final class PartFunctions {

  static final List<MappingFunction> ALL =
      List.of(
          new MappingFunction(
              "use",
              "part, value",
              "What another mapping of the same folder, named as text, makes of the value.",
              (evaluation, given) ->
                  evaluation.part(given.text(0, "")).evaluate(given.get(1), evaluation)));

  private PartFunctions() {}
}
