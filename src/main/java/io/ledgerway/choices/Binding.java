package io.ledgerway.choices;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ledgerway.choices.ChoicesReport.Unbound;
import io.ledgerway.choices.Records.Meant;
import io.ledgerway.choices.Records.Wanted;
import io.ledgerway.source.Choice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Binds what a file names to the records of one company's books. Used by one thread. */
final class Binding {

  private final Records records;
  private final String company;
  private final List<Unbound> unbound = new ArrayList<>();

  Binding(Records records, String company) {
    this.records = records;
    this.company = company;
  }

  /** A record that the file names, and the value of a table or the setting that it stands for. */
  record Given(String value, NamedRecord record, Wanted wanted) {}

  List<Unbound> unbound() {
    return List.copyOf(unbound);
  }

  /** Ids, in the order of what was given; what does not bind is left out and told. */
  Map<Given, String> ids(String part, List<Given> given) {
    Map<Given, String> ids = new LinkedHashMap<>();
    if (given.isEmpty()) {
      return ids;
    }
    for (Meant meant : records.meant(company, given.stream().map(Given::wanted).toList())) {
      Given each = given.get(meant.number() - 1);
      if (meant.fits() == 1) {
        ids.put(each, meant.id());
      } else {
        unbound.add(
            new Unbound(
                part,
                each.value(),
                each.record(),
                meant.fits() == 0
                    ? "there is none here that is active"
                    : "there are " + meant.fits() + " of that name here"));
      }
    }
    return ids;
  }

  /**
   * @param choices what each value is chosen of; null for one that does not exist
   */
  Map<String, JsonNode> values(
      String part, Map<String, JsonNode> values, Function<String, Choice> choices) {
    Map<String, JsonNode> bound = new LinkedHashMap<>();
    List<Given> named = new ArrayList<>();
    values.forEach(
        (value, chosen) -> {
          Choice choice = choices.apply(value);
          if (choice != null && choice.recordKind() != null && chosen.isObject()) {
            named.add(new Given(value, record(chosen), wanted(choice, record(chosen))));
          }
          bound.put(value, chosen);
        });
    named.forEach(each -> bound.remove(each.value()));
    ids(part, named).forEach((each, id) -> bound.put(each.value(), TextNode.valueOf(id)));
    return bound;
  }

  private static Wanted wanted(Choice choice, NamedRecord record) {
    return new Wanted(
        choice.recordKind(),
        record.code(),
        record.name(),
        record.category(),
        choice.accountTypes());
  }

  private static NamedRecord record(JsonNode chosen) {
    return new NamedRecord(
        text(chosen, "id"), text(chosen, "code"), text(chosen, "name"), text(chosen, "category"));
  }

  private static String text(JsonNode node, String field) {
    return node.hasNonNull(field) ? node.get(field).asText() : null;
  }
}
