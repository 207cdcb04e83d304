package io.ledgerway.connection;

import io.ledgerway.problem.LedgerwayException;

/** A company cannot be connected as asked; nothing was changed. */
public final class ConnectionRefused extends LedgerwayException {

  ConnectionRefused(String code, String message, String hint, String company) {
    super(code, message, hint);
    with("company", company);
  }
}
