package io.ledgerway.sandbox.oauth;

import org.springframework.web.bind.annotation.BindParam;

/** What an app asks a user for, as it stands in the address of the consent page. */
record AuthorizeRequest(
    @BindParam("response_type") String responseType,
    @BindParam("client_id") String clientId,
    @BindParam("redirect_uri") String redirectUri,
    String scope,
    String state,
    @BindParam("code_challenge") String challenge,
    @BindParam("code_challenge_method") String method) {

  AuthorizeRequest {
    scope = scope == null ? "" : scope;
    state = state == null ? "" : state;
    challenge = challenge == null || challenge.isEmpty() ? null : challenge;
  }

  /**
   * Why Xero's page would show an error instead of going on (xero-api.md 1.1, 1.2, 1.7); null when
   * it would not.
   *
   * @param app null when there is none of that id
   */
  String problem(App app) {
    if (app == null) {
      return "unauthorized_client: Unknown client or client not enabled";
    }
    if (redirectUri == null || !app.redirectsTo(redirectUri)) {
      return "unauthorized_client: Invalid redirect_uri";
    }
    if (!"code".equals(responseType)) {
      return "unsupported_response_type";
    }
    if (scope.isBlank() || !app.scopes().containsAll(Scopes.parse(scope))) {
      return "unauthorized_client: Invalid scope for client";
    }
    if (app.pkce() && challenge == null) {
      return "invalid_request: code challenge required";
    }
    if (challenge != null && !"S256".equals(method)) {
      return "invalid_request: code_challenge_method must be S256";
    }
    return null;
  }
}
