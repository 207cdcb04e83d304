package io.ledgerway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ledgerway.access.Allowed;
import io.ledgerway.access.Open;
import io.ledgerway.access.Role;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who may do what, by walking everything that can be asked of an engine. */
class RulesTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<Asked> ALL = new ArrayList<>();
  private static Engine engine;
  private static String own;
  private static String others;

  /** One handler: what is asked, and who may ask. */
  record Asked(String method, String path, Role needed, boolean open) {

    boolean ofApi() {
      return path.startsWith("/api/");
    }

    boolean ofCompany() {
      return path.contains("{company}");
    }

    String in(String company) {
      return path.replace("{company}", company)
          .replace("{id}", "019a0000-0000-7000-8000-000000000001")
          .replaceAll("\\{[^}]*}", "some");
    }
  }

  @BeforeAll
  static void walk() {
    engine = Engine.shared();
    own = engine.company().id();
    others = engine.company().id();
    Map<RequestMappingInfo, HandlerMethod> handlers =
        engine
            .context
            .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
            .getHandlerMethods();
    handlers.forEach(
        (info, handler) -> {
          // Classes of tests lie on the class path, too.
          if (handler.getBeanType().getName().startsWith("io.ledgerway.")
              && !handler.getBeanType().getName().startsWith("io.ledgerway.benchmark.")) {
            for (String path : info.getPatternValues()) {
              ALL.add(asked(info, handler, path));
            }
          }
        });
  }

  private static Asked asked(RequestMappingInfo info, HandlerMethod handler, String path) {
    Allowed rule = handler.getMethodAnnotation(Allowed.class);
    if (rule == null) {
      rule = AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Allowed.class);
    }
    RequestMethod method =
        info.getMethodsCondition().getMethods().stream().findFirst().orElse(RequestMethod.GET);
    return new Asked(
        method.name(),
        path,
        rule == null ? null : rule.value(),
        handler.hasMethodAnnotation(Open.class));
  }

  @Test
  void everything_that_can_be_asked_has_a_rule_and_only_one() {
    assertThat(ALL).hasSizeGreaterThan(80);
    assertThat(ALL).filteredOn(asked -> asked.open() == (asked.needed() != null)).isEmpty();
    assertThat(ALL)
        .filteredOn(Asked::open)
        .extracting(Asked::path)
        .containsExactlyInAnyOrder("/sign-in", "/connect/xero/callback", "/error");
  }

  @Test
  void whoever_changes_something_needs_more_than_to_look() {
    assertThat(ALL)
        .filteredOn(asked -> !asked.method().equals("GET") && asked.needed() == Role.VIEWER)
        .extracting(Asked::path)
        .containsExactlyInAnyOrder(
            "/new-password",
            "/api/v1/companies/{company}/sources/{source}/preview",
            "/api/v1/companies/{company}/sources/{source}/explain");
  }

  @Test
  void a_key_of_one_role_is_refused_what_needs_a_higher_one() throws Exception {
    for (Role role : List.of(Role.VIEWER, Role.FINANCE, Role.ADMIN)) {
      String key = key(own, role);
      for (Asked asked : ALL) {
        if (asked.ofApi() && asked.ofCompany() && !role.may(asked.needed())) {
          HttpResponse<String> answer = send(asked, own, key);
          assertThat(answer.statusCode()).as("%s as %s", asked, role).isEqualTo(403);
          assertThat(JSON.readTree(answer.body()).get("code").asText()).isEqualTo("ROLE_NEEDED");
        }
      }
    }
  }

  @Test
  void to_whoever_is_no_member_it_is_as_if_there_were_no_such_company() throws Exception {
    String key = key(own, Role.ADMIN);
    for (Asked asked : ALL) {
      if (asked.ofApi() && asked.ofCompany()) {
        HttpResponse<String> ofOthers = send(asked, others, key);
        HttpResponse<String> ofNobody = send(asked, "no-such-company", key);
        assertThat(ofOthers.statusCode()).as(asked.toString()).isEqualTo(404);
        assertThat(ofOthers.body().replace(others, "no-such-company"))
            .as(asked.toString())
            .isEqualTo(ofNobody.body());
      } else if (asked.ofApi() && asked.needed() == Role.OPERATOR) {
        assertThat(send(asked, own, key).statusCode()).as(asked.toString()).isEqualTo(403);
      }
    }
    JsonNode seen =
        JSON.readTree(send(new Asked("GET", "/api/v1/companies", null, false), own, key).body());
    assertThat(seen.findValuesAsText("id")).containsExactly(own);
  }

  @Test
  void without_a_key_nothing_is_answered_and_no_browser_is_made_to_ask_for_a_password()
      throws Exception {
    for (Asked asked : ALL) {
      if (asked.ofApi()) {
        HttpResponse<String> answer = send(asked, own, "lw_of-nobody");
        assertThat(answer.statusCode()).as(asked.toString()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
      } else if (!asked.open()) {
        HttpResponse<String> answer = send(asked, own, engine.around.settings().apiKey());
        assertThat(answer.statusCode()).as("a key opens no page: %s", asked).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).contains("/sign-in");
      }
    }
  }

  private static String key(String company, Role role) throws Exception {
    HttpResponse<String> made =
        HTTP.send(
            HttpRequest.newBuilder(engine.uri().resolve("/api/v1/companies/" + company + "/keys"))
                .header("X-API-Key", engine.around.settings().apiKey())
                .header("Content-Type", "application/json")
                .POST(
                    BodyPublishers.ofString(
                        "{\"name\": \"of a test\", \"role\": \"%s\"}".formatted(role)))
                .build(),
            BodyHandlers.ofString());
    return JSON.readTree(made.body()).get("key").asText();
  }

  private static HttpResponse<String> send(Asked asked, String company, String key)
      throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(engine.uri() + asked.in(company)))
            .header("X-API-Key", key)
            .header("Content-Type", "application/json")
            .method(asked.method(), BodyPublishers.ofString("{}"))
            .build(),
        BodyHandlers.ofString());
  }
}
