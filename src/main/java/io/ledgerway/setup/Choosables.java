package io.ledgerway.setup;

import io.ledgerway.sql.SqlFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * All records of a company's that can be imported, and how some settings would do it. Immutable.
 */
final class Choosables {

  private final List<Choosable> all;
  private final Map<String, Choosable> byKey;

  private Choosables(List<Choosable> all) {
    this.all = all;
    this.byKey = all.stream().collect(Collectors.toMap(Choosables::key, Function.identity()));
  }

  /**
   * @param settings as JSON
   */
  static Choosables of(JdbcClient jdbc, String company, String settings) {
    return new Choosables(
        jdbc.sql(SqlFile.read("setup/choosable"))
            .param("company", company)
            .param("settings", settings)
            .query(Choosable.class)
            .list());
  }

  List<Choosable> all() {
    return all;
  }

  /** Those that are active in Xero. */
  Stream<Choosable> active(String kind) {
    return all.stream().filter(each -> each.kind().equals(kind) && each.active());
  }

  Stream<Choosable> optionsOf(String category) {
    return active("tracking-option").filter(option -> category.equals(option.parent()));
  }

  Optional<Choosable> find(String kind, String id) {
    return Optional.ofNullable(byKey.get(kind + "/" + id));
  }

  private static String key(Choosable record) {
    return record.kind() + "/" + record.id();
  }
}
