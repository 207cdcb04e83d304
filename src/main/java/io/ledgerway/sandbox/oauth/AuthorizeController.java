package io.ledgerway.sandbox.oauth;

import io.ledgerway.sandbox.books.Organisations;
import io.ledgerway.sandbox.http.Ids;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Map;
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

/** The consent page: who you are, which organisation, allow or refuse (xero-api.md 1.1 to 1.4). */
@Controller
@RequestMapping("/identity/connect/authorize")
class AuthorizeController {

  private final Apps apps;
  private final Organisations organisations;
  private final Connections connections;
  private final ConnectionRule rule;
  private final People people;
  private final Consent consent;
  private final Codes codes;

  AuthorizeController(
      Apps apps,
      Organisations organisations,
      Connections connections,
      ConnectionRule rule,
      People people,
      Consent consent,
      Codes codes) {
    this.apps = apps;
    this.organisations = organisations;
    this.connections = connections;
    this.rule = rule;
    this.people = people;
    this.consent = consent;
    this.codes = codes;
  }

  @GetMapping
  String ask(AuthorizeRequest asked, Model model, HttpServletResponse response) {
    response.setHeader("X-Frame-Options", "DENY");
    App app = apps.get(asked.clientId());
    String problem = asked.problem(app);
    model.addAttribute("problem", problem);
    if (problem != null) {
      response.setStatus(400);
      return "consent";
    }
    model.addAttribute("asked", asked);
    model.addAttribute("app", app);
    model.addAttribute("several", app.mayNameSeveral());
    model.addAttribute("scopes", Scopes.parse(asked.scope()));
    model.addAttribute("users", people.whoMayConnect());
    model.addAttribute("organisations", organisations.all());
    return "consent";
  }

  /**
   * @param userId the first who may, when left out
   */
  @PostMapping
  ResponseEntity<String> answer(
      AuthorizeRequest asked,
      @RequestParam(name = "tenantId", defaultValue = "") List<String> chosen,
      @RequestParam(required = false) UUID userId,
      @RequestParam(defaultValue = "allow") String decision) {
    App app = apps.get(asked.clientId());
    UUID user = userId == null ? people.first() : userId;
    List<UUID> tenantIds = chosen.stream().map(Ids::orNull).toList();
    boolean allowed = decision.equals("allow");
    String problem = asked.problem(app);
    if (problem == null && allowed) {
      problem = rule.problem(app, user, tenantIds);
    }
    if (problem != null) {
      return ResponseEntity.badRequest().body(problem);
    }
    UriComponentsBuilder back = UriComponentsBuilder.fromUriString(asked.redirectUri());
    if (allowed) {
      back.queryParam("code", code(app, asked, user, tenantIds)).queryParam("scope", "{scope}");
    } else {
      back.queryParam("error", "access_denied");
    }
    if (!asked.state().isEmpty()) {
      back.queryParam("state", "{state}");
    }
    URI location =
        back.encode()
            .buildAndExpand(Map.of("scope", asked.scope(), "state", asked.state()))
            .toUri();
    return ResponseEntity.status(HttpStatus.FOUND).location(location).build();
  }

  private String code(App app, AuthorizeRequest asked, UUID user, List<UUID> tenantIds) {
    UUID event = UUID.randomUUID();
    Set<String> all = consent.add(app.clientId(), user, Scopes.parse(asked.scope()));
    tenantIds.forEach(tenantId -> connections.consent(app.clientId(), tenantId, event, user));
    return codes.issue(app, asked.redirectUri(), all, event, user, asked.challenge());
  }
}
