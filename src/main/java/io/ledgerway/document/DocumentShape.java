package io.ledgerway.document;

import static io.ledgerway.document.ResourceFacts.Trait.DATED;
import static io.ledgerway.document.XeroFields.amount;
import static io.ledgerway.document.XeroFields.text;

import io.ledgerway.cause.MappingCauses;
import io.ledgerway.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What Xero takes no document without, whoever it is for. Only a mapping can get it wrong, and only
 * whoever writes mappings can mend it. Used by one thread.
 */
class DocumentShape {

  private static final Set<String> LINE_AMOUNT_TYPES = Set.of("Inclusive", "Exclusive", "NoTax");

  private final SourceDocument source;
  private final ResourceFacts facts;
  private final Map<String, Object> document;
  private final List<Problem> problems = new ArrayList<>();

  DocumentShape(SourceDocument source, Map<String, Object> document) {
    this.source = source;
    this.facts = source.resource().facts();
    this.document = document;
  }

  List<Problem> problems() {
    oneOf("Type", facts.types());
    oneOf(facts.status().field(), facts.status().created());
    if (facts.traits().contains(DATED)) {
      String date = text(document, "Date");
      if (date == null || !date.matches("\\d{4}-\\d{2}-\\d{2}")) {
        add("Date is '" + date + "', not a day such as 2026-01-31", "Date");
      }
    }
    for (List<String> group : facts.needed()) {
      if (group.stream().allMatch(path -> text(document, path.split("\\.")) == null)) {
        add("it has no " + String.join(" or ", group), group.get(0).split("\\.")[0]);
      }
    }
    if (facts.lines() != null) {
      checkLines();
    }
    return problems;
  }

  private void checkLines() {
    oneOf("LineAmountTypes", LINE_AMOUNT_TYPES);
    String field = facts.lines().field();
    List<Map<String, Object>> lines = XeroFields.objects(document, field);
    if (lines.size() < facts.lines().atLeast()) {
      add(
          lines.isEmpty()
              ? "it has no " + field
              : "it has fewer " + field + " than " + facts.lines().atLeast(),
          field);
    }
    for (int i = 0; i < lines.size() && problems.isEmpty(); i++) {
      Map<String, Object> line = lines.get(i);
      if (amount(line, "LineAmount") == null && amount(line, "UnitAmount") == null) {
        add(field + "[" + i + "] has no amount", field);
      }
      if (text(line, "AccountCode") == null && text(line, "AccountID") == null) {
        add(field + "[" + i + "] has no AccountCode", field);
      }
    }
  }

  private void oneOf(String field, Set<String> allowed) {
    String value = text(document, field);
    if (!allowed.isEmpty() && (value == null || !allowed.contains(value))) {
      add(field + " is '" + value + "', not one of " + allowed.stream().sorted().toList(), field);
    }
  }

  private void add(String what, String field) {
    problems.add(new MappingCauses(source.mapping()).malformed(what, field));
  }
}
