package io.ledgerway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.flow.Browsing.Answer;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How people come in, and how others stay out. */
class SignInTest {

  private static final Engine ENGINE = Engine.shared();
  private static final String GOOD = "correct horse battery";

  @Test
  void who_opens_a_page_signs_in_first_and_lands_where_they_were_going() {
    Browsing person = new Browsing(ENGINE.uri());
    String company = ENGINE.company().id();
    Answer asked = person.get("/documents?company=" + company);
    assertThat(asked.location()).startsWith("/sign-in?to=%2Fdocuments");
    Answer in =
        person.signIn(
            "admin", ENGINE.around.settings().adminPassword(), "/documents?company=" + company);
    assertThat(in.location()).isEqualTo("/documents?company=" + company);
    assertThat(person.get("/new-password").status()).isEqualTo(200);
    person.post("/sign-out", Map.of());
    assertThat(person.get("/new-password").location()).startsWith("/sign-in");
  }

  @Test
  void a_session_that_was_ended_is_worth_nothing_when_it_is_replayed() {
    Browsing person = new Browsing(ENGINE.uri());
    person.signIn("admin", ENGINE.around.settings().adminPassword(), "/");
    String cookie = person.cookie();
    person.post("/sign-out", Map.of());
    Browsing thief = new Browsing(ENGINE.uri());
    thief.take(cookie);
    assertThat(thief.get("/new-password").location()).startsWith("/sign-in");
  }

  @Test
  void a_session_is_another_one_after_signing_in_and_opens_no_api() {
    Browsing person = new Browsing(ENGINE.uri());
    person.get("/sign-in");
    String before = person.cookie();
    person.signIn("admin", ENGINE.around.settings().adminPassword(), "/");
    assertThat(person.cookie()).isNotEqualTo(before);
    assertThat(person.get("/api/v1/companies").status()).isEqualTo(401);
  }

  @Test
  void a_sign_in_leads_nowhere_else() {
    for (String to :
        List.of(
            "https://elsewhere.example",
            "//elsewhere.example",
            "/\\elsewhere.example",
            "/\t/elsewhere.example",
            "javascript:alert(1)",
            "/sign-out")) {
      assertThat(
              new Browsing(ENGINE.uri())
                  .signIn("admin", ENGINE.around.settings().adminPassword(), to)
                  .location())
          .as(to)
          .isEqualTo("/");
    }
  }

  @Test
  void a_form_of_another_site_changes_nothing() {
    Browsing person = new Browsing(ENGINE.uri());
    person.signIn("admin", ENGINE.around.settings().adminPassword(), "/");
    Answer answer = person.postAsElsewhere("/sign-out", Map.of());
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).doesNotContain("Whitelabel");
    assertThat(person.get("/new-password").status()).isEqualTo(200);
  }

  @Test
  void pages_load_nothing_from_elsewhere_and_stand_in_no_frame() {
    Answer page = new Browsing(ENGINE.uri()).get("/sign-in");
    assertThat(page.header("Content-Security-Policy"))
        .contains("default-src 'self'", "frame-ancestors 'none'", "form-action 'self'")
        .doesNotContain("unsafe");
    assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(page.header("Cache-Control")).contains("no-store");
    assertThat(page.header("Set-Cookie")).contains("HttpOnly", "SameSite=Lax", "Path=/");
  }

  @Test
  void after_five_wrong_passwords_not_even_the_right_one_is_tried_for_a_while() {
    String company = ENGINE.company().id();
    String login = "guessed@" + company + ".example";
    String made = member(company, login, "VIEWER");
    for (int left = 4; left >= 0; left--) {
      assertThat(new Browsing(ENGINE.uri()).signIn(login, "wrong", "/").location())
          .startsWith("/sign-in?left=" + left);
    }
    assertThat(new Browsing(ENGINE.uri()).signIn(login, made, "/").location())
        .startsWith("/sign-in?left=0");
    JsonNode audit = ENGINE.api.get("/audit?limit=500");
    assertThat(audit.get("items").findValuesAsText("reason"))
        .contains("WRONG_PASSWORD", "TOO_MANY_ATTEMPTS");
    assertThat(audit.toString()).doesNotContain(made).doesNotContain("\"wrong\"");
  }

  @Test
  void whether_somebody_is_known_cannot_be_told_from_the_answer() {
    String company = ENGINE.company().id();
    String login = "known@" + company + ".example";
    member(company, login, "VIEWER");
    assertThat(new Browsing(ENGINE.uri()).signIn(login, "wrong", "/").location())
        .isEqualTo(
            new Browsing(ENGINE.uri()).signIn("unknown@" + company, "wrong", "/").location());
  }

  @Test
  void a_new_member_changes_the_password_that_was_made_before_anything_else() {
    String company = ENGINE.company().id();
    String login = "new@" + company + ".example";
    String made = member(company, login, "FINANCE");
    Browsing person = new Browsing(ENGINE.uri());
    person.signIn(login, made, "/");
    assertThat(person.get("/?company=" + company).location()).isEqualTo("/new-password");
    assertThat(basic("/companies/" + company, login, made)).isEqualTo(403);
    assertThat(person.post("/new-password", Map.of("password", "short", "again", "short")).status())
        .isEqualTo(422);
    assertThat(person.post("/new-password", Map.of("password", GOOD, "again", "other")).status())
        .isEqualTo(422);
    Browsing elsewhere = new Browsing(ENGINE.uri());
    elsewhere.signIn(login, made, "/");
    assertThat(person.post("/new-password", Map.of("password", GOOD, "again", GOOD)).location())
        .isEqualTo("/");
    assertThat(elsewhere.get("/new-password").location())
        .as("sessions with the old password end")
        .startsWith("/sign-in");
    assertThat(basic("/companies/" + company, login, GOOD)).isEqualTo(200);
    assertThat(basic("/companies/" + ENGINE.company().id(), login, GOOD)).isEqualTo(404);
    ENGINE.api.delete("/companies/" + company + "/members/" + login);
    assertThat(basic("/companies/" + company, login, GOOD))
        .as("what was taken away is gone at once")
        .isEqualTo(404);
  }

  @Test
  void what_is_not_there_is_told_as_a_page_that_is_not_there() {
    Browsing person = new Browsing(ENGINE.uri());
    person.signIn("admin", ENGINE.around.settings().adminPassword(), "/");
    for (String path : List.of("/sources/nope", "/tables/perk/nope", "/nope")) {
      Answer answer = person.get(path + "?company=" + ENGINE.company().id());
      assertThat(answer.status()).as(path).isEqualTo(404);
      assertThat(answer.body()).as(path).contains("There is no such page");
    }
  }

  @Test
  void a_company_keeps_an_admin() {
    String company = ENGINE.company().id();
    member(company, "one@acme.example", "ADMIN");
    member(company, "two@acme.example", "ADMIN");
    ENGINE.api.delete("/companies/" + company + "/members/one@acme.example");
    assertThat(ENGINE.api.get("/companies/" + company + "/members").toString())
        .contains("two@acme.example")
        .doesNotContain("one@acme.example");
    assertThatThrownBy(
            () -> ENGINE.api.delete("/companies/" + company + "/members/two@acme.example"))
        .hasMessageContaining("LAST_ADMIN");
    assertThatThrownBy(() -> member(company, "two@acme.example", "VIEWER"))
        .hasMessageContaining("LAST_ADMIN");
  }

  @Test
  void a_key_ends_at_once_and_is_shown_once() {
    String company = ENGINE.company().id();
    JsonNode made =
        ENGINE.api.post(
            "/companies/" + company + "/keys", Map.of("name", "report", "role", "VIEWER"));
    String key = made.get("key").asText();
    assertThat(withKey(key, "/companies/" + company)).isEqualTo(200);
    String listed = ENGINE.api.get("/companies/" + company + "/keys").toString();
    assertThat(listed).contains(key.substring(0, 9)).doesNotContain(key);
    assertThat(listed).contains("usedAt");
    ENGINE.api.delete("/companies/" + company + "/keys/" + made.get("id").asText());
    assertThat(withKey(key, "/companies/" + company)).isEqualTo(401);
    assertThat(ENGINE.api.get("/companies/" + company + "/audit").toString())
        .contains("Make a key for this company", "End a key at once", "api-key")
        .doesNotContain(key);
  }

  private static String member(String company, String login, String role) {
    return ENGINE
        .api
        .putFor(
            "/companies/" + company + "/members/" + login,
            Map.of("name", "Of a test", "role", role))
        .path("password")
        .asText();
  }

  private static int withKey(String key, String path) {
    return new Browsing(ENGINE.uri()).get("/api/v1" + path, "X-API-Key", key).status();
  }

  private static int basic(String path, String login, String password) {
    return new Browsing(ENGINE.uri())
        .get(
            "/api/v1" + path,
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString((login + ":" + password).getBytes()))
        .status();
  }
}
