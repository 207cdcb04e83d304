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
 */
public record App(
    String clientId,
    String secret,
    String name,
    UUID tenantId,
    Set<String> scopes,
    Set<String> redirectUris) {

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
