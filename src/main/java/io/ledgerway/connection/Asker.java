package io.ledgerway.connection;

/**
 * Who asks for a person's consent.
 *
 * @param who login of a user, or name of a key
 * @param browser a secret that is in the asking person's browser alone; null when a program asks,
 *     which sends a person to Xero in whatever way
 */
public record Asker(String who, String browser) {

  /** By the API. */
  public static Asker program(String who) {
    return new Asker(who, null);
  }

  /** Leaves the secret out. */
  @Override
  public String toString() {
    return "Asker[" + who + "]";
  }
}
