package io.ledgerway.sandbox.expensify.calls;

/**
 * How many requests a credential may make; 0 is no limit (sources.md 1.6).
 *
 * @param in10s in any ten seconds
 * @param in60s in any sixty seconds
 */
public record Allowed(int in10s, int in60s) {

  static final Allowed DOCUMENTED = new Allowed(5, 20);
}
