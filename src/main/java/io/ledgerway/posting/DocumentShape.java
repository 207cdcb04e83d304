package io.ledgerway.posting;

import static io.ledgerway.posting.XeroFields.amount;
import static io.ledgerway.posting.XeroFields.text;
import static io.ledgerway.posting.XeroResource.Trait.NEEDS_BANK_ACCOUNT;

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

  private final LedgerRow row;
  private final Map<String, Object> document;
  private final List<Problem> problems = new ArrayList<>();

  DocumentShape(LedgerRow row, Map<String, Object> document) {
    this.row = row;
    this.document = document;
  }

  List<Problem> problems() {
    XeroResource resource = XeroResource.valueOf(row.resource());
    if (!resource.types().isEmpty()) {
      oneOf("Type", resource.types());
    }
    oneOf("Status", resource.statuses());
    oneOf("LineAmountTypes", LINE_AMOUNT_TYPES);
    String date = text(document, "Date");
    if (date == null || !date.matches("\\d{4}-\\d{2}-\\d{2}")) {
      add("Date is '" + date + "', not a day such as 2026-01-31", "Date");
    }
    if (resource.has(NEEDS_BANK_ACCOUNT) && text(document, "BankAccount", "AccountID") == null) {
      add("it has no BankAccount.AccountID", "BankAccount");
    }
    String field = resource.linesField();
    List<Map<String, Object>> lines = resource.lines(document);
    if (lines.size() < resource.leastLines()) {
      add(
          lines.isEmpty()
              ? "it has no " + field
              : "it has fewer " + field + " than " + resource.leastLines(),
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
    return problems;
  }

  private void oneOf(String field, Set<String> allowed) {
    String value = text(document, field);
    if (value == null || !allowed.contains(value)) {
      add(field + " is '" + value + "', not one of " + allowed.stream().sorted().toList(), field);
    }
  }

  private void add(String what, String field) {
    problems.add(new MappingCauses(row.mapping()).malformed(what, field));
  }
}
