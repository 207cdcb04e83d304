package io.ledgerway.sandbox.limit;

/** How many calls an app may make for an organisation; 0 or null switches a limit off. */
public record LimitSettings(Integer concurrent, Integer minute, Integer day) {

  /** The limits of Core and the tiers above it. */
  static final LimitSettings XERO = new LimitSettings(5, 60, 5_000);

  static boolean off(Integer limit) {
    return limit == null || limit <= 0;
  }
}
