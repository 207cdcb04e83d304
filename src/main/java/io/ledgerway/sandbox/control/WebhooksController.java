package io.ledgerway.sandbox.control;

import io.ledgerway.sandbox.oauth.Apps;
import io.ledgerway.sandbox.webhook.Webhooks;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Webhooks of client apps. The real Xero takes https only; here http will do. */
@RestController
@RequestMapping("/sandbox/webhooks")
class WebhooksController {

  /**
   * @param key signs deliveries
   * @param categories of CONTACT, INVOICE, CREDITNOTE; all when left out
   */
  record Wanted(String url, String key, Set<String> categories) {}

  private final Webhooks webhooks;
  private final Apps apps;

  WebhooksController(Webhooks webhooks, Apps apps) {
    this.webhooks = webhooks;
    this.apps = apps;
  }

  @PutMapping("/{clientId}")
  Map<String, Object> subscribe(@PathVariable String clientId, @RequestBody Wanted wanted) {
    Known.orMissing(apps.get(clientId), "app", clientId);
    if (wanted.url() == null || wanted.key() == null || wanted.key().isEmpty()) {
      throw new IllegalArgumentException("url and key are needed");
    }
    Set<String> categories =
        wanted.categories() == null ? Webhooks.CATEGORIES : wanted.categories();
    if (!Webhooks.CATEGORIES.containsAll(categories)) {
      throw new IllegalArgumentException("categories are " + Webhooks.CATEGORIES);
    }
    return webhooks.subscribe(clientId, wanted.url(), wanted.key(), categories);
  }

  @GetMapping
  List<Map<String, Object>> list() {
    return webhooks.list();
  }
}
