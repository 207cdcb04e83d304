package io.ledgerway.api;

import org.springframework.http.HttpStatus;

/** What a person reads when there is no page. */
final class PageWords {

  private PageWords() {}

  static String of(HttpStatus status) {
    return switch (status) {
      case NOT_FOUND -> "There is no such page";
      case FORBIDDEN -> "This was not done";
      case UNAUTHORIZED -> "Your session has ended";
      default -> status.is5xxServerError() ? "This did not work" : "This address is not right";
    };
  }

  static String then(HttpStatus status) {
    return switch (status) {
      case NOT_FOUND -> "The address is misspelt, or what was there is gone.";
      case FORBIDDEN -> "The form was older than your session. Open the page again, and repeat it.";
      case UNAUTHORIZED -> "Sign in again; nothing was changed.";
      default -> "Nothing was changed. Go back, or begin with the overview.";
    };
  }
}
