package io.ledgerway.intake;

import io.ledgerway.problem.LedgerwayException;

/** A record that cannot be accepted as it is; the hint says what its sender should do. */
class RefusedRecordException extends LedgerwayException {

  RefusedRecordException(String code, String message, String hint) {
    super(code, message, hint);
  }
}
