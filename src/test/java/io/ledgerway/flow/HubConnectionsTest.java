package io.ledgerway.flow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Connecting, setting sources up and looking after people, in a real browser. */
class HubConnectionsTest {

  private static final Engine ENGINE = Engine.shared();
  private static final HubBrowser BROWSER = new HubBrowser(ENGINE.uri());

  private Page page;

  @BeforeEach
  void signIn() {
    page = BROWSER.signedIn("admin", ENGINE.around.settings().adminPassword());
  }

  @Test
  void a_person_connects_a_company_tests_it_and_disables_it_again() {
    String company = "hub-" + System.nanoTime();
    ENGINE.api.putCompany(company, Map.of("name", "Acme Ltd"));
    String organisation = "Books of " + company;
    ENGINE.switches().addOrganisation(organisation, "NZ");

    page.navigate("/connections?company=" + company);
    assertThat(page.getByText("Acme Ltd is not connected")).isVisible();
    shot("connections-new");
    Page window = page.waitForPopup(() -> button("Connect to Xero").click());
    window.getByText("Continue to Xero").click();
    window.getByLabel(organisation).check();
    window.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Allow access")).click();
    assertThat(window.getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(1)))
        .hasText("Connect Acme Ltd to “" + organisation + "”?");
    assertThat(ENGINE.api.company(company).at("/connection/state").asText())
        .as("nothing binds before somebody says so")
        .isEqualTo("NOT_CONNECTED");
    window
        .getByRole(
            AriaRole.BUTTON,
            new GetByRoleOptions().setName("Connect to “" + organisation + "”").setExact(true))
        .click();
    assertThat(window.getByText("Acme Ltd is connected to “" + organisation + "”.").first())
        .isVisible();

    window.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Test connection")).click();
    assertThat(window.getByText("calls left today")).isVisible();
    window.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target/hub/connections.png"))
            .setFullPage(true));

    window.getByText("Disable…").click();
    assertThat(window.getByText("Keep it connected")).isFocused();
    window.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Disable Xero")).click();
    assertThat(window.getByText("Settings and documents are kept").first()).isVisible();
    assertThat(ENGINE.api.company(company).at("/connection/state").asText()).isEqualTo("DISABLED");
    assertThat(ENGINE.api.get("/companies/" + company + "/audit").toString())
        .contains("disable connection", organisation, "\"admin\"");
  }

  @Test
  void what_somebody_chooses_for_a_source_is_saved_and_two_who_edit_at_once_lose_nothing() {
    String company = ENGINE.company().id();
    page.navigate("/sources/perk?company=" + company);
    shot("source");
    page.getByLabel("Mixed signs").selectOption("HOLD");
    ENGINE.api.choose(company, "perk", Map.of("mixedSigns", "HOLD", "receipts", "ALL"));
    button("Save settings").click();
    assertThat(page.getByText("The settings are saved.")).isVisible();
    assertThat(ENGINE.api.settings(company, "perk").toString())
        .as("what another saved in another field stays")
        .contains("\"mixedSigns\":\"HOLD\"", "\"receipts\":\"ALL\"");

    page.getByLabel("Receipts").selectOption("RECEIPTS");
    ENGINE.api.choose(company, "perk", Map.of("receipts", "NONE"));
    button("Save settings").click();
    assertThat(page.getByText("Somebody saved another value meanwhile")).isVisible();
    assertThat(page.getByLabel("Receipts")).hasValue("RECEIPTS");
    button("Save settings").click();
    assertThat(page.getByText("The settings are saved.")).isVisible();
    assertThat(ENGINE.api.settings(company, "perk").at("/receipts").asText()).isEqualTo("RECEIPTS");
  }

  @Test
  void a_card_is_given_its_bank_account_in_the_table_and_script_in_a_name_is_text() {
    String company = ENGINE.company().id();
    String card = "<script>alert(1)</script>, \"card\"";
    page.navigate("/tables/perk/cards?company=" + company);
    page.getByLabel("Another company card").fill(card);
    page.locator("#new-record")
        .selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
    button("Save choices").click();
    assertThat(page.getByText("1 choice is saved.")).isVisible();
    assertThat(page.getByText(card, new Page.GetByTextOptions().setExact(true))).isVisible();
    assertThat(ENGINE.api.table(company, "perk", "cards").fieldNames()).toIterable().contains(card);
    shot("table");
  }

  @Test
  void a_new_member_gets_a_password_that_is_shown_once_and_sees_what_their_role_may() {
    String company = ENGINE.company().id();
    page.navigate("/people?company=" + company);
    page.getByLabel("E-mail").fill("Vera@" + company + ".example");
    page.getByLabel("Name").fill("Vera Lund");
    button("Add").click();
    String password = page.locator("[role=status] code").innerText();
    shot("people");
    page.navigate("/people?company=" + company);
    org.assertj.core.api.Assertions.assertThat(page.content()).doesNotContain(password);

    Page vera = BROWSER.signedIn("vera@" + company + ".example", password);
    vera.getByLabel("New password").first().fill("a few words in a row");
    vera.locator("input[name=again]").fill("a few words in a row");
    vera.locator("main button[type=submit]").click();
    vera.waitForURL(url -> !url.contains("/new-password"));
    vera.navigate("/connections?company=" + company);
    assertThat(vera.getByText("An account admin can change connections.")).isVisible();
    assertThat(vera.locator("main form").count()).isZero();
    assertThat(vera.locator("nav").first().innerText()).doesNotContain("People and roles");
    vera.navigate("/people?company=" + company);
    assertThat(vera.getByText("This needs the role Account admin; yours is Viewer.")).isVisible();
    vera.navigate("/connections?company=" + ENGINE.company().id());
    assertThat(vera.getByText("a company you are not a member of")).isVisible();
  }

  private com.microsoft.playwright.Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
  }

  private void shot(String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target/hub/" + name + ".png"))
            .setFullPage(true));
  }
}
