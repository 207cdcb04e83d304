package io.ledgerway.hub;

import io.ledgerway.access.Allowed;
import io.ledgerway.access.Audit;
import io.ledgerway.access.Role;
import io.ledgerway.company.CompanyReader;
import io.ledgerway.company.CompanyView;
import io.ledgerway.connection.Asker;
import io.ledgerway.connection.ConnectionChecks;
import io.ledgerway.connection.Connections;
import io.ledgerway.connection.Consents;
import io.ledgerway.connection.Offers;
import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.reference.UnknownCompany;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Xero on one side, the sources on the other: how they are connected, and what is not well. */
@Controller
@Hidden
@Allowed(Role.ADMIN)
@RequestMapping("/connections")
class ConnectionPages {

  private static final String PAGE = "redirect:/connections?company=";

  private final CompanyReader companies;
  private final Connections connections;
  private final ConnectionChecks checks;
  private final Consents consents;
  private final ConsentCookie cookie;
  private final Offers offers;
  private final SourceCards sources;

  ConnectionPages(
      CompanyReader companies,
      Connections connections,
      ConnectionChecks checks,
      Consents consents,
      ConsentCookie cookie,
      Offers offers,
      SourceCards sources) {
    this.companies = companies;
    this.connections = connections;
    this.checks = checks;
    this.consents = consents;
    this.cookie = cookie;
    this.offers = offers;
    this.sources = sources;
  }

  @GetMapping
  @Allowed(Role.VIEWER)
  String page(Visit visit, Model model) {
    String company = WrongAddress.companyOf(visit);
    model.addAttribute("its", its(company));
    model.addAttribute("sources", sources.of(company));
    return "hub/connections";
  }

  /** What the connection does of what is needed; two calls. */
  @PostMapping("/test")
  String testConnection(Visit visit, Model model) {
    model.addAttribute("checks", checks.run(visit.company().id()));
    return page(visit, model);
  }

  /** The person is sent to Xero from here, in a window of its own. */
  @PostMapping("/consent")
  String beginConsent(Visit visit, HttpServletResponse response, Model model) {
    String secret = cookie.newSecret();
    Consents.Request request = consents.ask(visit.company().id(), new Asker(visit.login(), secret));
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.with(secret).toString());
    model.addAttribute("address", request.url());
    model.addAttribute("until", request.expiresAt());
    return "hub/to-xero";
  }

  /** What the person's consent opened: nothing binds before they say so. */
  @GetMapping("/confirm")
  String confirm(Visit visit, Model model) {
    model.addAttribute("its", its(visit.company().id()));
    model.addAttribute("offers", offers.of(visit.company().id(), visit.login()));
    return "hub/confirm";
  }

  @PostMapping("/confirm")
  String connect(
      Visit visit, @RequestParam String organisation, RedirectAttributes told, Model model) {
    String company = visit.company().id();
    try {
      CompanyView before = its(company);
      offers.choose(company, visit.login(), organisation);
      CompanyView after = its(company);
      Audit.changed(named(before), named(after));
      told.addFlashAttribute(
          "done",
          "%s is connected to “%s”.".formatted(after.name(), after.connection().tenantName()));
      return PAGE + company;
    } catch (LedgerwayException e) {
      model.addAttribute("problem", e.plainMessage());
      model.addAttribute("hint", e.hint());
      return confirm(visit, model);
    }
  }

  @GetMapping("/declined")
  String declined(Visit visit, RedirectAttributes told) {
    told.addFlashAttribute(
        "notDone",
        "Access was not allowed at Xero. Your choice of company is kept; you can begin again.");
    return PAGE + visit.company().id();
  }

  @GetMapping("/disable")
  String askBeforeDisabling(Visit visit, Model model) {
    model.addAttribute("its", its(visit.company().id()));
    return "hub/disable";
  }

  @PostMapping("/disable")
  String disableConnection(Visit visit, RedirectAttributes told) {
    String company = visit.company().id();
    CompanyView before = its(company);
    connections.disable(company, "disabled by " + visit.name());
    Audit.changed(named(before), named(its(company)));
    told.addFlashAttribute(
        "done", "Xero is disabled. Settings and documents are kept; nothing goes out.");
    return PAGE + company;
  }

  private CompanyView its(String company) {
    return companies.one(company).orElseThrow(() -> new UnknownCompany(company));
  }

  private static Map<String, String> named(CompanyView company) {
    String organisation = company.connection().tenantName();
    return Map.of(
        "state",
        company.connection().state(),
        "organisation",
        organisation == null ? "" : organisation);
  }
}
