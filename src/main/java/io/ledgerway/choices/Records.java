package io.ledgerway.choices;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerway.sql.SqlFile;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds names for records of a company's books, and records for names. Thread-safe. */
@Component
class Records {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NAMED = SqlFile.read("choices/named");
  private static final String MEANT = SqlFile.read("choices/meant");

  private final JdbcClient jdbc;

  Records(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param id null when there is none
   * @param fits how many there are that are as good
   */
  record Meant(int number, String id, String code, String name, int fits) {}

  /**
   * A record that is looked for.
   *
   * @param types that an account may have; empty when any will do
   */
  record Wanted(String kind, String code, String name, String category, Collection<String> types) {}

  private record Named(String kind, String id, String code, String name, String category) {}

  /** By kind and id, with a slash between; those that the books do not know are missing. */
  Map<String, NamedRecord> named(String company, Collection<String> ids) {
    Map<String, NamedRecord> named = new HashMap<>();
    jdbc.sql(NAMED)
        .param("company", company)
        .param("ids", ids.toArray(String[]::new))
        .query(Named.class)
        .list()
        .forEach(
            each ->
                named.put(
                    each.kind() + "/" + each.id(),
                    new NamedRecord(null, each.code(), each.name(), each.category())));
    return named;
  }

  /** What each means here, in their order. An archived record is meant by nobody. */
  List<Meant> meant(String company, List<Wanted> wanted) {
    try {
      return jdbc.sql(MEANT)
          .param("company", company)
          .param("wanted", JSON.writeValueAsString(wanted))
          .query(Meant.class)
          .list();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
