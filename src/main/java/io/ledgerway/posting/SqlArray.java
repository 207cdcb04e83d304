package io.ledgerway.posting;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.springframework.jdbc.support.SqlValue;

/** A Java array bound as an array of PostgreSQL. */
record SqlArray(String type, Object[] elements) implements SqlValue {

  @Override
  public void setValue(PreparedStatement statement, int index) throws SQLException {
    statement.setArray(index, statement.getConnection().createArrayOf(type, elements));
  }

  @Override
  public void cleanup() {}
}
