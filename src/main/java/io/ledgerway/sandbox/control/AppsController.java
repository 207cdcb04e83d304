package io.ledgerway.sandbox.control;

import io.ledgerway.sandbox.oauth.App;
import io.ledgerway.sandbox.oauth.Apps;
import io.ledgerway.sandbox.oauth.Tier;
import java.util.Collection;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Client apps: what they may ask for, and where consent may lead back to. */
@RestController
@RequestMapping("/sandbox/apps")
class AppsController {

  /** What is left out stays as it is. */
  record Change(
      String clientSecret,
      Set<String> scopes,
      Set<String> redirectUris,
      Tier tier,
      Boolean pkce,
      Boolean bulkConnections,
      Boolean certified) {}

  private final Apps apps;

  AppsController(Apps apps) {
    this.apps = apps;
  }

  @GetMapping
  Collection<App> list() {
    return apps.all();
  }

  @PatchMapping("/{clientId}")
  App change(@PathVariable String clientId, @RequestBody Change change) {
    App before = Known.orMissing(apps.get(clientId), "app", clientId);
    App after =
        new App(
            clientId,
            or(change.clientSecret(), before.secret()),
            before.name(),
            before.tenantId(),
            or(change.scopes(), before.scopes()),
            or(change.redirectUris(), before.redirectUris()),
            or(change.tier(), before.tier()),
            or(change.pkce(), before.pkce()),
            or(change.bulkConnections(), before.bulkConnections()),
            or(change.certified(), before.certified()));
    apps.replace(after);
    return after;
  }

  private static <T> T or(T wanted, T before) {
    return wanted == null ? before : wanted;
  }
}
