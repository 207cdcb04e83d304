package io.ledgerway.xero;

/** Opens companies' organisations; the connections implement it. Thread-safe. */
public interface XeroAccess {

  /**
   * A token that is good for some minutes, and the tenant.
   *
   * @throws XeroReconnectNeeded when the company is not connected, or no longer
   * @throws XeroUncertain when no token could be had just now; nothing was executed
   */
  XeroGrant grant(String company);

  /**
   * A grant with another token than the one that Xero has just refused. If somebody else has
   * already renewed it, theirs is returned.
   *
   * @throws XeroReconnectNeeded when Xero gives no token any more
   * @throws XeroUncertain when no token could be had just now; nothing was executed
   */
  XeroGrant renewed(String company, XeroGrant refused);

  /** Xero no longer lets us into this organisation (403, or a fresh token refused). */
  void shutOut(String company, XeroGrant refused, String reason);
}
