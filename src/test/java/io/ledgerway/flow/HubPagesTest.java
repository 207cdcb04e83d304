package io.ledgerway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import io.ledgerway.flow.Engine.Company;
import io.ledgerway.local.SandboxSwitches.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The hub's reading pages, as a person's browser shows them. */
class HubPagesTest {

  private static final Path PICTURES = Path.of("target", "hub");
  private static final Set<String> SERIOUS = Set.of("serious", "critical");

  private static Engine engine;
  private static Company company;
  private static Company quiet;

  @BeforeAll
  static void open() {
    engine = Engine.shared();
    company = engine.company();
    quiet = engine.company();
    engine.switches().arm(Fault.of("corrupt-silently").forTenant(company.tenant()).next(1));
    engine.send(company.expenses(4).cards(5, 2));
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> engine.api.summary(company.id()).containsKey("DIFFERENT"));
    engine.send(company.expenses(41).cards(8, 3));
    held("held-1", "card-never-seen", "Pacific Freight Ltd");
    held("held-2", "card-never-seen", "=HYPERLINK(\"http://x.example\")");
    held("held-3", "card-of-somebody", "Café Žižkov");
    ObjectNode newcomers = PlainExpense.of(company, "held-4");
    newcomers.putObject("employee").put("email", "newcomer@acme.example");
    engine.expenses.send(company.id(), newcomers.toString());
    engine.expenses.flush();
    Awaitility.await()
        .atMost(Duration.ofSeconds(40))
        .until(
            () -> {
              Map<String, Long> states = engine.api.summary(company.id());
              return states.getOrDefault("HELD", 0L) >= 4
                  && states.keySet().stream()
                      .allMatch(Set.of("HELD", "POSTED", "DIFFERENT")::contains);
            });
  }

  @Test
  void every_page_can_be_read_by_everybody_in_light_and_dark_and_on_a_small_screen() {
    List<String> wrong = new ArrayList<>();
    // Each colour and each width once, not each with each: axe takes its time.
    Map<ColorScheme, Integer> shown = Map.of(ColorScheme.LIGHT, 1440, ColorScheme.DARK, 360);
    for (ColorScheme scheme : shown.keySet()) {
      for (int width : List.of(shown.get(scheme))) {
        try (BrowserContext context = context(scheme, width, true)) {
          Page page = context.newPage();
          Set<String> elsewhere = new TreeSet<>();
          page.onRequest(
              request -> {
                if (!request.url().startsWith(engine.uri().toString())
                    && !request.url().startsWith("data:")) {
                  elsewhere.add(request.url());
                }
              });
          page.onConsoleMessage(
              message -> {
                if (message.type().equals("error") && !message.text().contains("404")) {
                  wrong.add(page.url() + ": " + message.text());
                }
              });
          String where = scheme.name().toLowerCase() + "-" + width;
          look(page, "sign-in", "/sign-in", where, wrong);
          signIn(page);
          pages().forEach((name, path) -> look(page, name, path, where, wrong));
          assertThat(elsewhere).as("loaded from elsewhere").isEmpty();
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void the_list_can_be_narrowed_without_script_and_its_address_shared() {
    try (BrowserContext context = context(ColorScheme.LIGHT, 1440, false)) {
      Page page = context.newPage();
      signIn(page);
      page.navigate(engine.uri() + "/documents?company=" + company.id());
      page.fill("#q", "pacific");
      page.click("form[role=search] button");
      page.waitForURL(url -> url.contains("q=pacific"));
      assertThat(page.locator("table tbody tr").count()).isEqualTo(1);
      assertThat(page.locator("table tbody tr").first().innerText())
          .contains("Pacific Freight Ltd")
          .contains("Held");
      page.navigate(page.url());
      assertThat(page.locator(".chip").allInnerTexts().toString()).contains("“pacific”");
      page.locator(".chip").first().click();
      page.waitForURL(url -> !url.contains("q=pacific"));
      assertThat(page.locator("table tbody tr").count()).isGreaterThan(4);
      page.locator(".tabs a", new Page.LocatorOptions().setHasText("Different")).click();
      page.waitForURL(url -> url.contains("DIFFERENT"));
      assertThat(page.locator("table tbody tr .badge").allInnerTexts()).containsOnly("Different");
      page.navigate(engine.uri() + "/documents?from=never&company=" + company.id());
      assertThat(page.locator("h1").innerText()).isEqualTo("This address cannot be read");
      assertThat(page.locator(".places a").count()).isPositive();
    }
  }

  @Test
  void a_list_for_a_spreadsheet_holds_what_is_listed_and_no_formula() {
    try (BrowserContext context = context(ColorScheme.LIGHT, 1440, true)) {
      signIn(context.newPage());
      APIResponse csv =
          context.request().get(engine.uri() + "/documents.csv?state=HELD&company=" + company.id());
      assertThat(csv.headers().get("content-type")).startsWith("text/csv");
      assertThat(csv.text().lines().skip(1)).hasSize(4).allMatch(line -> line.contains("\"Held\""));
      assertThat(csv.text()).contains("\"'=HYPERLINK(\"\"http://x.example\"\")\"");
      APIResponse zip =
          context
              .request()
              .get(
                  engine.uri()
                      + "/receipts.zip?from=2026-01-01&to=2026-01-31&company="
                      + company.id());
      assertThat(zip.headers().get("content-type")).isEqualTo("application/zip");
    }
  }

  @Test
  void a_document_is_found_by_its_id_alone_and_says_everything_about_itself() {
    try (BrowserContext context = context(ColorScheme.LIGHT, 1440, false)) {
      Page page = context.newPage();
      signIn(page);
      page.navigate(engine.uri() + "/?company=" + quiet.id());
      JsonNode different = engine.api.postings(company.id(), "DIFFERENT").get(0);
      page.navigate(engine.uri() + "/postings/" + different.get("id").asText());
      assertThat(page.locator(".rail .company-switch summary b").innerText())
          .isEqualTo(engine.api.company(company.id()).get("name").asText());
      String text = page.locator("main").innerText();
      assertThat(text)
          .contains("Different")
          .contains("Meant")
          .contains("Spend money in Xero")
          .contains("Received from")
          .contains("Read back: different")
          .contains("Calls to Xero")
          .contains("Finance: you");
      page.locator("summary", new Page.LocatorOptions().setHasText("Where each field")).click();
      assertThat(page.locator("main").innerText()).contains("Line 1, account");
      page.navigate(engine.uri() + "/postings/not-an-id?company=" + company.id());
      assertThat(page.locator("h1").innerText()).isEqualTo("No such document");
    }
  }

  @Test
  void causes_are_told_once_with_who_acts_and_lead_to_their_documents() {
    try (BrowserContext context = context(ColorScheme.LIGHT, 1440, false)) {
      Page page = context.newPage();
      signIn(page);
      page.navigate(engine.uri() + "/attention?company=" + company.id());
      assertThat(page.locator("h2").allInnerTexts()).contains("You can cure here");
      assertThat(page.locator("main").innerText()).contains("Account admin: you");
      page.locator("article summary").first().click();
      page.locator("article a.plain").first().click();
      page.waitForURL(url -> url.contains("/postings/"));
      assertThat(page.locator(".badge").first().innerText()).isEqualTo("Held");
      page.navigate(engine.uri() + "/attention?company=" + quiet.id());
      assertThat(page.locator("main").innerText()).contains("Nothing needs you");
    }
  }

  @Test
  void what_a_document_needs_is_done_on_its_page_and_undone_only_after_saying_so() {
    Company own = engine.company();
    engine.send(own.expenses(12).cards(1, 1));
    ObjectNode strange = PlainExpense.of(own, "to-cure");
    strange.put("card", "card-5678");
    engine.expenses.send(own.id(), strange.toString());
    engine.expenses.flush();
    engine.awaitSummary(own, Map.of("POSTED", 1L, "HELD", 1L));
    try (BrowserContext context = context(ColorScheme.LIGHT, 1440, true)) {
      Page page = context.newPage();
      signIn(page);
      page.navigate(engine.uri() + "/attention?company=" + own.id());
      page.locator(".cure a").first().click();
      page.locator("#record-0").selectOption(new SelectOption().setIndex(1));
      page.locator("main button[type=submit].primary").click();
      page.waitForURL(url -> url.contains("/tables/"));
      engine.awaitSummary(own, Map.of("POSTED", 2L));

      String id = engine.api.postings(own.id(), "POSTED").get(0).get("id").asText();
      page.navigate(engine.uri() + "/postings/" + id);
      page.locator(".actions a", new Page.LocatorOptions().setHasText("Undo…")).click();
      page.waitForURL(url -> url.endsWith("/undo"));
      assertThat(page.locator("h1").innerText()).isEqualTo("Take this document out of Xero?");
      page.locator("button", new Page.LocatorOptions().setHasText("Undo it in Xero")).click();
      page.locator("[role=status]", new Page.LocatorOptions().setHasText("It is being undone"))
          .first()
          .waitFor();
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> engine.api.summary(own.id()).getOrDefault("UNDONE", 0L) == 1);
      page.navigate(engine.uri() + "/logs/audit?company=" + own.id());
      assertThat(page.locator("main").innerText()).contains("Undo document", "Fill table", "admin");
    }
  }

  private static Map<String, String> pages() {
    Map<String, String> pages = new LinkedHashMap<>();
    String of = "?company=" + company.id();
    pages.put("overview", "/" + of);
    pages.put("overview-new", "/?company=" + quiet.id());
    pages.put("attention", "/attention" + of);
    pages.put("attention-none", "/attention?company=" + quiet.id());
    pages.put("documents", "/documents" + of);
    pages.put("documents-none-fit", "/documents" + of + "&q=nothing+like+it&from=2020-01-01");
    pages.put("audit", "/logs/audit" + of);
    pages.put("export", "/export" + of);
    pages.put("export-settings", "/export/settings" + of);
    pages.put("connections", "/connections" + of);
    pages.put("source", "/sources/perk" + of);
    pages.put("source-with-secrets", "/sources/expensify" + of);
    pages.put("table", "/tables/perk/cards" + of);
    pages.put("people", "/people" + of);
    pages.put("wizard-accounts", "/import/accounts" + of);
    pages.put("wizard-tracking", "/import/tracking" + of);
    pages.put("wizard-taxes", "/import/taxes" + of);
    pages.put("wizard-people", "/import/people" + of);
    pages.put("disable", "/connections/disable" + of);
    pages.put("confirm", "/connections/confirm" + of);
    pages.put("progress", "/import/progress" + of);
    for (String state : List.of("POSTED", "HELD", "DIFFERENT")) {
      pages.put(
          "document-" + state.toLowerCase(),
          "/postings/" + engine.api.postings(company.id(), state).get(0).get("id").asText());
    }
    return pages;
  }

  private static void look(Page page, String name, String path, String where, List<String> wrong) {
    page.navigate(engine.uri() + path);
    page.screenshot(
        new ScreenshotOptions()
            .setPath(PICTURES.resolve(name + "-" + where + ".png"))
            .setFullPage(true));
    page.evaluate("() => document.querySelectorAll('details.folded').forEach(d => d.open = true)");
    new AxeBuilder(page)
        .analyze().getViolations().stream()
            .filter(rule -> SERIOUS.contains(rule.getImpact()))
            .forEach(
                rule ->
                    rule.getNodes()
                        .forEach(
                            node ->
                                wrong.add(
                                    "%s %s: %s %s"
                                        .formatted(name, where, rule.getId(), node.getHtml()))));
    if ((Boolean) page.evaluate("() => document.documentElement.scrollWidth > window.innerWidth")) {
      wrong.add(name + " " + where + " scrolls sideways");
    }
  }

  private static void signIn(Page page) {
    page.navigate(engine.uri() + "/sign-in");
    page.fill("#login", "admin");
    page.fill("#password", engine.around.settings().adminPassword());
    page.click("button[type=submit]");
    // What comes next would cut it off.
    page.waitForURL(url -> !url.contains("/sign-in"));
  }

  private static BrowserContext context(ColorScheme scheme, int width, boolean script) {
    return new HubBrowser(engine.uri()).context(scheme, width, script);
  }

  private static void held(String id, String card, String merchant) {
    ObjectNode expense = PlainExpense.of(company, id);
    expense.put("card", card).put("merchant", merchant);
    engine.expenses.send(company.id(), expense.toString());
  }
}
