package io.ledgerway.sql;

import java.sql.SQLException;

/** Tells trouble with reaching the database, which passes, from all other. */
public final class DatabaseAway {

  private DatabaseAway() {}

  /** No connection, none left, shutting down, starting up, or a deadlock that was broken. */
  public static boolean isCauseOf(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < 50; depth++, cause = cause.getCause()) {
      if (cause instanceof SQLException sql && (passes(sql.getSQLState()) || isNone(sql))) {
        return true;
      }
    }
    return false;
  }

  static boolean passes(String state) {
    return state != null && state.matches("(08|57P|53|40).*");
  }

  /** The pool has none to give: it says so without a state. */
  private static boolean isNone(SQLException failure) {
    return failure instanceof java.sql.SQLTransientConnectionException;
  }
}
