package io.ledgerway.sandbox.oauth;

import java.util.Set;
import java.util.UUID;

/**
 * A client of the sandbox.
 *
 * @param tenantId the organisation it gets a {@code client_credentials} token for
 * @param scopes what may be asked for
 */
public record App(String clientId, String secret, String name, UUID tenantId, Set<String> scopes) {}
