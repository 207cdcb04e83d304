package io.ledgerway.work;

import java.util.UUID;

/**
 * The right to do one piece of work, and the proof of it.
 *
 * @param kind of work, e.g. {@code import}
 * @param key the piece, e.g. a company
 * @param token unique to this holding; SQL may ask for it, too
 */
public record Lease(String kind, String key, UUID token) {

  /** Of the exchange that holds it. */
  public static final String VARIABLE = "lease";
}
