package io.ledgerway.sandbox.control;

import io.ledgerway.sandbox.books.Organisation;
import io.ledgerway.sandbox.books.Organisations;
import java.util.NoSuchElementException;
import java.util.UUID;

/** Finds what a path names. */
final class Known {

  private Known() {}

  /**
   * @throws NoSuchElementException answered as 404
   */
  static Organisation organisation(Organisations organisations, UUID tenantId) {
    return orMissing(organisations.get(tenantId), "organisation", tenantId);
  }

  static <T> T orMissing(T found, String what, Object id) {
    if (found == null) {
      throw new NoSuchElementException("There is no " + what + " " + id);
    }
    return found;
  }
}
