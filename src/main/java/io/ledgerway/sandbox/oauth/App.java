package io.ledgerway.sandbox.oauth;

import java.net.URI;
import java.util.Set;
import java.util.UUID;

/**
 * A client of the sandbox.
 *
 * @param tenantId the organisation it gets a {@code client_credentials} token for
 * @param scopes what may be asked for
 * @param redirectUris where consent may lead back to; empty for any that Xero would register
 * @param pkce an app without a secret, which must prove its key (xero-api.md 1.2)
 * @param bulkConnections one consent may name several organisations, whatever the tier
 * @param certified does not count against the two uncertified apps of an organisation
 */
public record App(
    String clientId,
    String secret,
    String name,
    UUID tenantId,
    Set<String> scopes,
    Set<String> redirectUris,
    Tier tier,
    boolean pkce,
    boolean bulkConnections,
    boolean certified) {

  /** As it is registered at first: everything allowed, tier Core. */
  static App standard(String clientId, String secret, String name, UUID tenantId) {
    return new App(
        clientId, secret, name, tenantId, Scopes.ALL, Set.of(), Tier.CORE, false, false, false);
  }

  boolean mayNameSeveral() {
    return bulkConnections || tier.bulkConnections();
  }

  /** Exactly a registered one; {@code https}, or {@code http} on localhost by that name only. */
  boolean redirectsTo(String uri) {
    if (!redirectUris.isEmpty()) {
      return redirectUris.contains(uri);
    }
    try {
      URI parsed = URI.create(uri);
      boolean local = "http".equals(parsed.getScheme()) && "localhost".equals(parsed.getHost());
      return local || ("https".equals(parsed.getScheme()) && parsed.getHost() != null);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
