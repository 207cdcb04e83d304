package io.ledgerway.reference;

/** Gives the current snapshot of a company's books. Thread-safe. */
@FunctionalInterface
public interface BooksOf {

  /**
   * A snapshot that is at most about a second old.
   *
   * @param company the company's id as the sources know it
   * @throws UnknownCompany when no such company is set up here
   */
  Books of(String company);

  /**
   * A snapshot that has seen every change committed before this call: for whoever acts upon a
   * change.
   *
   * @throws UnknownCompany when no such company is set up here
   */
  default Books latest(String company) {
    return of(company);
  }
}
