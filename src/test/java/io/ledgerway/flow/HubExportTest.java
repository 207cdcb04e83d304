package io.ledgerway.flow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import io.ledgerway.flow.Engine.Company;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sending documents, and choosing when they go by themselves, in a real browser. */
class HubExportTest {

  private static final Engine ENGINE = Engine.shared();
  private static final HubBrowser BROWSER = new HubBrowser(ENGINE.uri());

  private Page page;

  @BeforeEach
  void signIn() {
    page = BROWSER.signedIn("admin", ENGINE.around.settings().adminPassword());
  }

  @Test
  void what_is_ready_is_looked_at_sent_with_one_button_and_followed_to_its_end() {
    Company company = ENGINE.company();
    ENGINE.api.scheduleExports(company.id(), Map.of("mode", "MANUAL"));
    ENGINE.send(company.expenses(7).cards(3, 1));
    ENGINE.awaitSummary(company, Map.of("READY", 3L));

    page.navigate("/export?company=" + company.id());
    assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(1)))
        .hasText("Export 3 documents to Xero");
    shot("export");
    Page twice = page.context().newPage();
    twice.navigate("/export?company=" + company.id());
    button(page, "Export 3 documents").click();
    assertThat(page.getByText("Asked for by admin")).isVisible();
    button(twice, "Export 3 documents").click();
    twice.waitForURL(url -> url.contains("/export"));
    ENGINE.awaitSummary(company, Map.of("POSTED", 3L));
    page.reload();
    assertThat(page.getByText("Posted")).isVisible();
    shot("export-run");
    page.navigate("/export?company=" + company.id());
    assertThat(page.getByText("Nothing is ready to send")).isVisible();
  }

  @Test
  void a_schedule_is_chosen_and_says_when_the_next_export_is() {
    Company company = ENGINE.company();
    page.navigate("/export/settings?company=" + company.id());
    page.locator("#mode-0").selectOption("WEEKLY");
    page.locator("#weekday-0").selectOption("FRIDAY");
    page.locator("#at-0").fill("18:00");
    button(page, "Save for All sources").click();
    assertThat(page.getByText("Saved. It counts for everything")).isVisible();
    org.assertj.core.api.Assertions.assertThat(
            ENGINE.api.get("/companies/" + company.id() + "/export-schedule").toString())
        .contains("\"WEEKLY\"", "\"FRIDAY\"", "18:00", "\"runsAs\":\"admin\"");
    shot("export-settings");
  }

  private static com.microsoft.playwright.Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name));
  }

  private void shot(String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target/hub/" + name + ".png"))
            .setFullPage(true));
  }
}
