package io.ledgerway.connection;

/**
 * An app as Xero knows it.
 *
 * @param secret null for an app of the kind that has none and proves itself by PKCE (xero-api.md
 *     1.2)
 */
record Client(String id, String secret) {

  /** Leaves the secret out. */
  @Override
  public String toString() {
    return "Client[" + id + "]";
  }
}
