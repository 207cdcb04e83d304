package io.ledgerway.reference;

/** Gives the current snapshot of a company's books. Thread-safe. */
@FunctionalInterface
public interface BooksOf {

  /**
   * @param company the company's id as the sources know it
   * @throws UnknownCompany when no such company is set up here
   */
  Books of(String company);
}
