package io.ledgerway.reference;

/** Told of each look into books that are watched. */
@FunctionalInterface
public interface LookedUp {

  /**
   * @param part {@code account}, {@code taxRate}, {@code trackingOption}, {@code contact}, {@code
   *     currency}, {@code organisation}, or {@code choice}
   * @param key by which it was looked for
   * @param found null when there is nothing
   */
  void look(String part, String key, Object found);
}
