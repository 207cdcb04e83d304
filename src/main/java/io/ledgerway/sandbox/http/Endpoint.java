package io.ledgerway.sandbox.http;

/**
 * One resource of the Accounting API, such as {@code Accounts}. Implementations are thread-safe.
 */
public interface Endpoint {

  /** The path segment after {@code /api.xro/2.0/}, in Xero's spelling. */
  String name();

  /**
   * The granular scope without {@code .read} that covers it, xero-api.md 1.6; several may do,
   * separated by a space.
   */
  String scope();

  /**
   * @throws Refusal when Xero would refuse
   */
  Answer handle(Call call);
}
