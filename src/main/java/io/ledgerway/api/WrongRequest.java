package io.ledgerway.api;

import io.ledgerway.problem.LedgerwayException;
import org.springframework.http.HttpStatus;

/** A request asks for what there is not, or in a way that there is not. */
final class WrongRequest extends LedgerwayException {

  private final HttpStatus status;

  private WrongRequest(HttpStatus status, String code, String message, String hint) {
    super(code, message, hint);
    this.status = status;
  }

  static WrongRequest notFound(String what, String hint) {
    return new WrongRequest(HttpStatus.NOT_FOUND, "NOT_FOUND", what, hint);
  }

  static WrongRequest notValid(String code, String message, String hint) {
    return new WrongRequest(HttpStatus.BAD_REQUEST, code, message, hint);
  }

  /** A page's limit. */
  static void requireLimit(int limit) {
    if (limit < 1 || limit > 500) {
      throw notValid(
          "LIMIT_NOT_VALID", "limit must be from 1 to 500", "Give a number from 1 to 500.");
    }
  }

  HttpStatus status() {
    return status;
  }
}
