package io.ledgerway.hub;

import io.ledgerway.problem.LedgerwayException;
import org.springframework.http.HttpStatus;

/** A page was asked for that there is not. */
final class WrongAddress extends LedgerwayException {

  private final transient HttpStatus status;
  private final String title;

  private WrongAddress(HttpStatus status, String code, String title, String sentence, String hint) {
    super(code, sentence, hint);
    this.status = status;
    this.title = title;
  }

  static WrongAddress notFound(String title, String sentence) {
    return new WrongAddress(
        HttpStatus.NOT_FOUND, "NOT_FOUND", title, sentence, "Look at the list for what there is.");
  }

  /** The address names what there is not. */
  static WrongAddress noSuchPage() {
    return notFound("There is no such page", "The address is misspelt, or what was there is gone.");
  }

  static WrongAddress notValid(String sentence, String hint) {
    return new WrongAddress(
        HttpStatus.BAD_REQUEST,
        "PARAMETER_NOT_VALID",
        "This address cannot be read",
        sentence,
        hint);
  }

  /** The company's id, or the refusal of who has none. */
  static String companyOf(Visit visit) {
    if (visit.company() == null) {
      throw notFound(
          "No company yet", "You are not a member of a company, or there is none here yet.");
    }
    return visit.company().id();
  }

  HttpStatus status() {
    return status;
  }

  String title() {
    return title;
  }
}
