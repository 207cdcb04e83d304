package io.ledgerway.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Reads columns of type {@code timestamptz}. */
public final class Moments {

  private Moments() {}

  /**
   * @return null where the column is null
   */
  public static Instant of(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
