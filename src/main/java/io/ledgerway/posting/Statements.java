package io.ledgerway.posting;

import io.ledgerway.sql.SqlFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The ledger's SQL, by file name, with whole batches of values passed as arrays so that fifty
 * documents cost one statement. Thread-safe.
 */
@Component
public class Statements {

  private final NamedParameterJdbcTemplate jdbc;

  Statements(NamedParameterJdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** The statement in {@code sql/<name>.sql}. */
  public Statement named(String name) {
    return new Statement(SqlFile.read(name));
  }

  /** Takes one row of a result. */
  public interface RowTaker {
    void take(ResultSet row) throws SQLException;
  }

  public final class Statement {
    private final String sql;
    private final MapSqlParameterSource values = new MapSqlParameterSource();

    private Statement(String sql) {
      this.sql = sql;
    }

    public Statement value(String name, Object value) {
      values.addValue(
          name, value instanceof Instant at ? OffsetDateTime.ofInstant(at, ZoneOffset.UTC) : value);
      return this;
    }

    /** An array of a column's values: elements as PostgreSQL's {@code type} reads them. */
    public <T> Statement array(String name, String type, Collection<T> of, Function<T, ?> value) {
      List<Object> elements = new ArrayList<>(of.size());
      of.forEach(one -> elements.add(value.apply(one)));
      return array(name, type, elements);
    }

    public Statement array(String name, String type, List<?> elements) {
      values.addValue(name, new SqlArray(type, elements.toArray()));
      return this;
    }

    public int run() {
      return jdbc.update(sql, values);
    }

    public void rows(RowTaker taker) {
      jdbc.query(sql, values, taker::take);
    }

    public List<Map<String, Object>> list() {
      return jdbc.queryForList(sql, values);
    }
  }
}
