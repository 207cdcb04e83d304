package io.ledgerway.sandbox.oauth;

import io.ledgerway.sandbox.books.Organisations;
import io.ledgerway.sandbox.http.Ids;
import java.net.URI;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The consent page: choose one organisation, allow or refuse (xero-api.md 1.1, 1.2, 1.4). */
@Controller
@RequestMapping("/identity/connect/authorize")
class AuthorizeController {

  private final Apps apps;
  private final Organisations organisations;
  private final Connections connections;
  private final Consent consent;
  private final Codes codes;

  AuthorizeController(
      Apps apps,
      Organisations organisations,
      Connections connections,
      Consent consent,
      Codes codes) {
    this.apps = apps;
    this.organisations = organisations;
    this.connections = connections;
    this.consent = consent;
    this.codes = codes;
  }

  @GetMapping
  String ask(
      @RequestParam(name = "client_id", defaultValue = "") String clientId,
      @RequestParam(name = "redirect_uri", defaultValue = "") String redirectUri,
      @RequestParam(name = "response_type", defaultValue = "") String responseType,
      @RequestParam(defaultValue = "") String scope,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(name = "code_challenge", defaultValue = "") String challenge,
      @RequestParam(name = "code_challenge_method", defaultValue = "") String method,
      Model model,
      jakarta.servlet.http.HttpServletResponse response) {
    response.setHeader("X-Frame-Options", "DENY");
    String problem = problem(clientId, redirectUri, scope);
    if (problem == null && !responseType.equals("code")) {
      problem = "unsupported_response_type";
    }
    if (problem == null && !challenge.isEmpty() && !method.equals("S256")) {
      problem = "invalid_request: code_challenge_method must be S256";
    }
    model.addAttribute("problem", problem);
    if (problem != null) {
      response.setStatus(400);
      return "consent";
    }
    model.addAttribute("app", apps.get(clientId));
    model.addAttribute("scopes", Scopes.parse(scope));
    model.addAttribute("organisations", organisations.all());
    model.addAttribute("redirectUri", redirectUri);
    model.addAttribute("scope", scope);
    model.addAttribute("state", state);
    model.addAttribute("challenge", challenge);
    return "consent";
  }

  @PostMapping
  ResponseEntity<String> answer(
      @RequestParam(name = "client_id") String clientId,
      @RequestParam(name = "redirect_uri") String redirectUri,
      @RequestParam String scope,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(name = "code_challenge", defaultValue = "") String challenge,
      @RequestParam(defaultValue = "") String tenantId,
      @RequestParam(defaultValue = "allow") String decision) {
    String problem = problem(clientId, redirectUri, scope);
    UUID tenant = Ids.orNull(tenantId);
    boolean allowed = decision.equals("allow");
    if (problem == null && allowed && (tenant == null || organisations.get(tenant) == null)) {
      problem = "invalid_request: choose an organisation";
    }
    if (problem != null) {
      return ResponseEntity.badRequest().body(problem);
    }
    UriComponentsBuilder back = UriComponentsBuilder.fromUriString(redirectUri);
    if (allowed) {
      UUID event = UUID.randomUUID();
      Set<String> all = consent.add(clientId, Scopes.parse(scope));
      connections.consent(clientId, tenant, event, Consent.USER);
      back.queryParam(
          "code",
          codes.issue(
              apps.get(clientId), redirectUri, all, event, challenge.isEmpty() ? null : challenge));
      back.queryParam("scope", "{scope}");
    } else {
      back.queryParam("error", "access_denied");
    }
    if (!state.isEmpty()) {
      back.queryParam("state", "{state}");
    }
    URI location =
        back.encode().buildAndExpand(java.util.Map.of("scope", scope, "state", state)).toUri();
    return ResponseEntity.status(HttpStatus.FOUND).location(location).build();
  }

  private String problem(String clientId, String redirectUri, String scope) {
    App app = apps.get(clientId);
    if (app == null) {
      return "unauthorized_client: Unknown client or client not enabled";
    }
    if (!app.redirectsTo(redirectUri)) {
      return "unauthorized_client: Invalid redirect_uri";
    }
    if (scope.isBlank() || !app.scopes().containsAll(Scopes.parse(scope))) {
      return "unauthorized_client: Invalid scope for client";
    }
    return null;
  }
}
