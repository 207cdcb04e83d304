package io.ledgerway.connection;

/** An app as Xero knows it. */
record Client(String id, String secret) {

  /** Leaves the secret out. */
  @Override
  public String toString() {
    return "Client[" + id + "]";
  }
}
