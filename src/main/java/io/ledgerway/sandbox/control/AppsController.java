package io.ledgerway.sandbox.control;

import io.ledgerway.sandbox.oauth.App;
import io.ledgerway.sandbox.oauth.Apps;
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
  record Change(String clientSecret, Set<String> scopes, Set<String> redirectUris) {}

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
            change.clientSecret() == null ? before.secret() : change.clientSecret(),
            before.name(),
            before.tenantId(),
            change.scopes() == null ? before.scopes() : change.scopes(),
            change.redirectUris() == null ? before.redirectUris() : change.redirectUris());
    apps.replace(after);
    return after;
  }
}
