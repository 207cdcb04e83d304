package io.ledgerway.sandbox.page;

import io.ledgerway.sandbox.SandboxClock;
import io.ledgerway.sandbox.books.Organisation;
import io.ledgerway.sandbox.books.Organisations;
import io.ledgerway.sandbox.calls.CallLog;
import io.ledgerway.sandbox.document.Document;
import io.ledgerway.sandbox.document.DocumentKind;
import io.ledgerway.sandbox.fault.FaultKind;
import io.ledgerway.sandbox.fault.Faults;
import io.ledgerway.sandbox.limit.RateLimits;
import io.ledgerway.sandbox.oauth.App;
import io.ledgerway.sandbox.oauth.Apps;
import io.ledgerway.sandbox.oauth.Connections;
import io.ledgerway.sandbox.webhook.Webhooks;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Organisations, limits left, faults armed, the last calls. */
@Controller
class OverviewPage {

  private static final int LAST_CALLS = 15;

  /**
   * @param used by client id; the app's own is there also when it has not called yet
   */
  record Row(Organisation books, List<Sum> sums, Map<String, Object> used) {}

  record Sum(DocumentKind kind, String type, long count, BigDecimal total) {}

  private final Organisations organisations;
  private final Apps apps;
  private final Names names;
  private final Connections connections;
  private final Webhooks webhooks;
  private final RateLimits limits;
  private final Faults faults;
  private final CallLog calls;
  private final SandboxClock clock;

  OverviewPage(
      Organisations organisations,
      Apps apps,
      Names names,
      Connections connections,
      Webhooks webhooks,
      RateLimits limits,
      Faults faults,
      CallLog calls,
      SandboxClock clock) {
    this.organisations = organisations;
    this.apps = apps;
    this.names = names;
    this.connections = connections;
    this.webhooks = webhooks;
    this.limits = limits;
    this.faults = faults;
    this.calls = calls;
    this.clock = clock;
  }

  @GetMapping("/")
  String show(Model model) {
    model.addAttribute("rows", organisations.all().stream().map(this::row).toList());
    model.addAttribute("names", names.byId());
    model.addAttribute("apps", apps.all());
    model.addAttribute("connected", connections.organisations());
    model.addAttribute("webhooks", webhooks.list());
    model.addAttribute("faults", faults.list());
    model.addAttribute("kinds", FaultKind.values());
    model.addAttribute("calls", calls.find(null, null, null, null, LAST_CALLS));
    model.addAttribute("summary", calls.summary(null));
    model.addAttribute("now", clock.instant());
    model.addAttribute("ahead", clock.ahead());
    return "overview";
  }

  private Row row(Organisation books) {
    App own = apps.of(books.tenantId());
    if (own != null) {
      limits.headers(own.clientId(), books.tenantId());
    }
    return new Row(books, sums(books), limits.show(books.tenantId()));
  }

  private static List<Sum> sums(Organisation books) {
    List<Sum> all = new ArrayList<>();
    for (DocumentKind kind : DocumentKind.values()) {
      Map<String, Sum> byType = new TreeMap<>();
      for (Document document : books.documents(kind).all()) {
        if (!document.isGone()) {
          byType.merge(
              document.type(),
              new Sum(kind, document.type(), 1, document.total()),
              (a, b) -> new Sum(kind, a.type(), a.count() + b.count(), a.total().add(b.total())));
        }
      }
      all.addAll(byType.values());
    }
    return all;
  }
}
