package io.ledgerway.benchmark;

import io.ledgerway.local.RouteSql;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** The engine's own statements, run plainly. Thread-safe. */
final class Sql {

  private final NamedParameterJdbcTemplate jdbc;

  Sql(DataSource dataSource) {
    this.jdbc = new NamedParameterJdbcTemplate(dataSource);
  }

  /** A statement and its parameters; not thread-safe. */
  final class Statement {
    private final String sql;
    private final MapSqlParameterSource parameters = new MapSqlParameterSource();

    private Statement(String name) {
      this.sql = RouteSql.read(name);
    }

    Statement value(String name, Object value) {
      parameters.addValue(name, value);
      return this;
    }

    <T> Statement array(String name, String type, List<T> rows, Function<T, ?> value) {
      return value(name, new ArrayOf(type, rows.stream().map(value).toArray()));
    }

    void run() {
      jdbc.execute(sql, parameters, statement -> statement.execute());
    }

    <T> List<T> rows(RowMapper<T> mapper) {
      return jdbc.query(sql, parameters, mapper);
    }
  }

  /** An array of PostgreSQL as a parameter. */
  private record ArrayOf(String type, Object[] values) implements SqlTypeValue {
    @Override
    public void setTypeValue(PreparedStatement statement, int index, int sqlType, String typeName)
        throws SQLException {
      statement.setArray(index, statement.getConnection().createArrayOf(type, values));
    }
  }

  Statement named(String name) {
    return new Statement(name);
  }
}
