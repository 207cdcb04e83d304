package io.ledgerway.sandbox.limit;

import io.ledgerway.sandbox.oauth.Tier;

/** How many calls an app may make for an organisation; 0 or null switches a limit off. */
public record LimitSettings(Integer concurrent, Integer minute, Integer day) {

  /** What an app of the tier may do, xero-api.md 3. */
  static LimitSettings of(Tier tier) {
    return new LimitSettings(5, 60, tier.callsPerDay());
  }

  /** Rapid Sync: only the calls in progress still count. */
  LimitSettings lifted() {
    return new LimitSettings(concurrent, null, null);
  }

  static boolean off(Integer limit) {
    return limit == null || limit <= 0;
  }
}
