package io.ledgerway.sql;

import java.sql.SQLException;

/**
 * Tells a statement that failed for what it was given from one that failed for the database's own
 * trouble. The first fails again however often it is tried.
 */
public final class DataFault {

  private DataFault() {}

  /** True for data exceptions, violated constraints and exceeded limits (SQLState 22, 23, 54). */
  public static boolean isCauseOf(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return sql.getSQLState().matches("(22|23|54).*");
      }
    }
    return false;
  }

  /** What the database said, on one line. */
  public static String said(Throwable failure) {
    Throwable cause = failure;
    while (!(cause instanceof SQLException) && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return StorableText.of(String.valueOf(cause.getMessage())).replaceAll("\\s+", " ");
  }
}
