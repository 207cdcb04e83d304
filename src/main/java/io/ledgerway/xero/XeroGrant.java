package io.ledgerway.xero;

/**
 * What opens one company's organisation now. Immutable.
 *
 * @param tenantId the organisation, sent as {@code Xero-tenant-id}
 * @param token the access token
 * @param dayLimit calls that Xero's plan allows this organisation a day
 */
public record XeroGrant(String tenantId, String token, int dayLimit) {

  /** Leaves the token out, so that it can never reach a log. */
  @Override
  public String toString() {
    return "XeroGrant[tenantId=" + tenantId + ", dayLimit=" + dayLimit + "]";
  }
}
