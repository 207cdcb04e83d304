package io.ledgerway.sandbox.expensify.control;

import io.ledgerway.sandbox.expensify.company.Company;
import io.ledgerway.sandbox.expensify.company.Report;
import java.util.NoSuchElementException;

/** Finds what a path names. */
final class Known {

  private Known() {}

  /**
   * @throws NoSuchElementException answered as 404
   */
  static Report report(Company company, String id) {
    return orMissing(company.report(id), "report", id);
  }

  static <T> T orMissing(T found, String what, String id) {
    if (found == null) {
      throw new NoSuchElementException("There is no " + what + " " + id);
    }
    return found;
  }
}
