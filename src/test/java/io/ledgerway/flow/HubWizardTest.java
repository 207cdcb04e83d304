package io.ledgerway.flow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The four steps of choosing what is imported, in a real browser. */
class HubWizardTest {

  private static final Engine ENGINE = Engine.shared();
  private static final HubBrowser BROWSER = new HubBrowser(ENGINE.uri());

  @Test
  void a_set_up_is_left_and_resumed_says_all_that_is_missing_and_completes() {
    String company = "wizard-" + System.nanoTime();
    var organisation = ENGINE.switches().addOrganisation("Books of " + company, "NZ");
    ENGINE.api.putCompany(company, Map.of("name", "Acme Ltd"));
    ENGINE.api.connect(company, organisation.clientId(), organisation.clientSecret());
    Awaitility.await()
        .atMost(Duration.ofSeconds(40))
        .until(() -> choices(company).get("accountTypes").size() > 2);

    Page page = BROWSER.signedIn("admin", ENGINE.around.settings().adminPassword());
    page.navigate("/connections?company=" + company);
    page.getByText("Continue set-up").click();
    assertThat(page.getByText("Which accounts become expense categories?")).isVisible();
    shot(page, "wizard-accounts");
    page.locator("input[name=type][value=REVENUE]").check();
    button(page, "Leave for now").click();
    page.getByText("Continue set-up").click();
    assertThat(page.locator("input[name=type][value=REVENUE]")).isChecked();
    button(page, "Continue to tracking").click();
    assertThat(page.getByText("What is each tracking category to you?")).isVisible();
    button(page, "Continue to tax rates").click();
    shot(page, "wizard-taxes");
    button(page, "Continue to people").click();
    button(page, "Complete set-up").click();
    assertThat(page.getByText("Not complete yet. This is missing:")).isVisible();
    shot(page, "wizard-people");
    assertThat(ENGINE.api.company(company).get("state").asText()).isEqualTo("SETUP_INCOMPLETE");

    page.getByText("Go there").first().click();
    page.waitForURL(url -> !url.contains("/import/people"));
    page.goBack();
    assertThat(page.getByText("Not complete yet. This is missing:")).isVisible();
    page.navigate("/import/tracking?company=" + company);
    for (Locator costObject : page.locator("input[type=radio][value=COST_OBJECT]").all()) {
      costObject.check();
    }
    shot(page, "wizard-tracking");
    button(page, "Continue to tax rates").click();
    page.waitForURL(url -> url.contains("/import/taxes"));
    ENGINE.api.put(
        "/companies/" + company + "/users/u-1",
        Map.of("email", "ada.kerr@acme.example", "active", true));
    page.navigate("/import/people?company=" + company);
    button(page, "Complete set-up").click();
    page.waitForURL(url -> url.contains("/import/progress"));
    assertThat(page.locator("main h1")).not().hasText("");
    assertThat(ENGINE.api.company(company).get("state").asText()).isEqualTo("ACTIVE");
    assertThat(choices(company).get("draft").asBoolean()).isFalse();
  }

  @Test
  void a_step_that_somebody_else_changed_meanwhile_is_not_overwritten() {
    String company = ENGINE.company().id();
    Page page = BROWSER.signedIn("admin", ENGINE.around.settings().adminPassword());
    page.navigate("/import/accounts?company=" + company);
    ENGINE.api.patch(
        "/companies/" + company + "/import-settings",
        Map.of("accounts", Map.of("types", java.util.List.of("EXPENSE", "REVENUE"))));
    button(page, "Continue to tracking").click();
    assertThat(page.getByText("Somebody else changed these settings meanwhile.")).isVisible();
    assertThat(page.locator("input[name=type][value=REVENUE]")).isChecked();
  }

  private static JsonNode choices(String company) {
    return ENGINE.api.get("/companies/" + company + "/import-settings");
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name));
  }

  private static void shot(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target/hub/" + name + ".png"))
            .setFullPage(true));
  }
}
