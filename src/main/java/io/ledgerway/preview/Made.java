package io.ledgerway.preview;

import io.ledgerway.checking.Prepared;
import io.ledgerway.intake.Judged;
import io.ledgerway.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What mappings make of one event.
 *
 * @param entry what the ledger would hold of it, as text; empty of what is refused
 * @param document null when something stands in its way
 * @param problems codes, each with its field
 */
record Made(Map<String, String> entry, String document, List<String> problems) {

  static Made of(Map<String, Object> row, Prepared prepared) {
    Map<String, String> entry = new TreeMap<>();
    for (String name :
        List.of("source_id", "version", "kind", "resource", "document_date", "currency", "total")) {
      entry.put(name, row.get(name) == null ? null : row.get(name).toString());
    }
    return new Made(entry, prepared.document(), codes(prepared.problems()));
  }

  static List<String> codes(List<Problem> problems) {
    return problems.stream()
        .map(each -> each.code() + (each.field() == null ? "" : " " + each.field()))
        .toList();
  }

  static Made refused(Judged judged) {
    return new Made(Map.of(), null, List.of(judged.code()));
  }
}
