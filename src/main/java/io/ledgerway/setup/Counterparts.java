package io.ledgerway.setup;

import io.ledgerway.sql.SqlFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds what in the present books answers to a record of former ones, and keeps what has no answer.
 * Used by one thread.
 */
final class Counterparts {

  private record Counterpart(String kind, String formerId, String code, String name, String id) {}

  private final Map<String, Counterpart> known = new LinkedHashMap<>();
  private final List<Unbound> unbound = new ArrayList<>();

  static Counterparts of(JdbcClient jdbc, String company, String namedTenant) {
    Counterparts all = new Counterparts();
    jdbc.sql(SqlFile.read("setup/counterparts"))
        .param("company", company)
        .param("named", namedTenant)
        .query(Counterpart.class)
        .list()
        .forEach(each -> all.known.put(each.kind() + "/" + each.formerId(), each));
    return all;
  }

  /**
   * @return its id; null when there is none
   */
  String of(String kind, String formerId) {
    Counterpart found = known.get(kind + "/" + formerId);
    if (found == null || found.id() == null) {
      unbound.add(
          found == null
              ? new Unbound(kind, formerId, null, null)
              : new Unbound(kind, formerId, found.code(), found.name()));
      return null;
    }
    return found.id();
  }

  Set<String> ofAll(String kind, Set<String> formerIds) {
    Set<String> bound = new TreeSet<>();
    formerIds.stream().map(id -> of(kind, id)).filter(Objects::nonNull).forEach(bound::add);
    return bound;
  }

  List<Unbound> unbound() {
    return unbound;
  }
}
