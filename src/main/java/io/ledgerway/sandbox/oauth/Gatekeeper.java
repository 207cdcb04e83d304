package io.ledgerway.sandbox.oauth;

import io.ledgerway.sandbox.SandboxClock;
import io.ledgerway.sandbox.books.Organisation;
import io.ledgerway.sandbox.books.Organisations;
import io.ledgerway.sandbox.books.User;
import io.ledgerway.sandbox.http.Ids;
import io.ledgerway.sandbox.http.Refusal;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Checks token, organisation and scope of a call, with Xero's 401 and 403 (xero-api.md 6.4). */
@Component
public class Gatekeeper {

  /** Who calls, for which organisation. */
  public record Admission(App app, Organisation organisation) {}

  private static final DateTimeFormatter EXPIRY =
      DateTimeFormatter.ofPattern("MM/dd/yyyy HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private static final String NOT_ALLOWED = "AuthorizationUnsuccessful";

  /** Asks for a permission of the user too, xero-api.md 1.6. */
  private static final String REPORTING = "accounting.manualjournals";

  private final Tokens tokens;
  private final Connections connections;
  private final Organisations organisations;
  private final SandboxClock clock;

  Gatekeeper(
      Tokens tokens, Connections connections, Organisations organisations, SandboxClock clock) {
    this.tokens = tokens;
    this.connections = connections;
    this.organisations = organisations;
    this.clock = clock;
  }

  Grant grant(String authorization) {
    Grant grant = tokens.find(bearer(authorization));
    if (grant == null) {
      throw Refusal.unauthorized("AuthenticationUnsuccessful");
    }
    if (tokens.expired(grant)) {
      throw Refusal.unauthorized(
          "TokenExpired: token expired at " + EXPIRY.format(grant.expires()));
    }
    return grant;
  }

  /**
   * @param scope what the resource needs; null when it is no resource at all
   * @throws Refusal 401 or 403
   */
  public Admission admit(String authorization, String tenantHeader, String scope, boolean read) {
    Grant grant = grant(authorization);
    App app = grant.app();
    Organisation organisation = organisation(grant, tenantHeader);
    if (organisation == null
        || organisation.disconnected()
        || !connections.has(app.clientId(), organisation.tenantId(), grant.userId())) {
      throw Refusal.forbidden();
    }
    if (scope != null && !Scopes.allow(grant.scopes(), scope, read, clock.instant())) {
      throw new Refusal(
          Refusal.unauthorized(NOT_ALLOWED)
              .answer()
              .with(Map.of("WWW-Authenticate", "Bearer error=\"insufficient_scope\"")));
    }
    if (REPORTING.equals(scope) && !mayReport(grant, organisation)) {
      throw Refusal.unauthorized(NOT_ALLOWED);
    }
    return new Admission(app, organisation);
  }

  /** A custom connection has no user whose permissions would count. */
  private static boolean mayReport(Grant grant, Organisation organisation) {
    User user = grant.userId() == null ? null : organisation.users().get(grant.userId());
    return user == null || user.mayReport();
  }

  /** A custom connection may leave the header out, xero-api.md 1.5. */
  private Organisation organisation(Grant grant, String header) {
    if (header == null || header.isBlank()) {
      return grant.userId() == null ? organisations.get(grant.app().tenantId()) : null;
    }
    UUID tenantId = Ids.orNull(header.trim());
    return tenantId == null ? null : organisations.get(tenantId);
  }

  /** The organisation a call seems to be for, before anything is checked; null when unclear. */
  public UUID guess(String authorization, String header) {
    if (header != null && !header.isBlank()) {
      return Ids.orNull(header.trim());
    }
    Grant grant = tokens.find(bearer(authorization));
    return grant == null ? null : grant.app().tenantId();
  }

  public static String bearer(String authorization) {
    return authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7)
        ? authorization.substring(7).trim()
        : "";
  }
}
