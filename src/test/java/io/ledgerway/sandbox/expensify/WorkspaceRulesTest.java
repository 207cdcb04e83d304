package io.ledgerway.sandbox.expensify;

import static io.ledgerway.sandbox.expensify.ExpensifyCalls.EU;
import static io.ledgerway.sandbox.expensify.ExpensifyCalls.NZ;
import static io.ledgerway.sandbox.expensify.ExpensifyCalls.UK;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.sandbox.expensify.ExpensifyCalls.Reply;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Workspaces, their lists, and changes to these: sources.md 1.3 c, d and f. */
@ExtendWith(ExpensifyExtension.class)
class WorkspaceRulesTest {

  private ExpensifyCalls expensify;

  @BeforeEach
  void start(ExpensifyCalls calls) {
    expensify = calls;
    expensify.plain();
  }

  @Test
  void the_list_has_id_name_owner_role_currency_and_type__recorded() {
    Reply reply = expensify.get(Map.of("type", "policyList", "adminOnly", true));
    JsonNode first = reply.at("/policyList/0");
    assertThat(first.fieldNames())
        .toIterable()
        .containsExactly("id", "name", "owner", "role", "outputCurrency", "type");
    assertThat(first.get("id").asText()).isEqualTo(NZ);
    assertThat(reply.at("/policyList")).hasSize(3);
    assertThat(reply.code()).isEqualTo(200);
  }

  @Test
  void admin_only_leaves_out_what_one_does_not_administer__doc() {
    ExpensifyCalls uk = expensify.as("aa_uk_example", "uk-secret");
    expensify.control(
        "PATCH", "/credentials/aa_uk_example", Map.of("roles", Map.of(UK, "admin", NZ, "auditor")));
    assertThat(uk.get(Map.of("type", "policyList")).at("/policyList")).hasSize(2);
    assertThat(uk.get(Map.of("type", "policyList", "adminOnly", true)).at("/policyList"))
        .hasSize(1);
  }

  @Test
  void a_workspace_tells_the_fields_that_are_asked_for__doc() {
    JsonNode nz = policy(NZ, "categories", "tags", "tax", "reportFields");
    assertThat(nz.at("/categories").findValuesAsText("name")).contains("Travel: Rail");
    assertThat(nz.at("/categories/0").fieldNames())
        .toIterable()
        .containsExactly(
            "name",
            "enabled",
            "glCode",
            "payrollCode",
            "areCommentsRequired",
            "commentHint",
            "maxExpenseAmount");
    assertThat(nz.at("/tax/default").asText()).isEqualTo("id_GST15");
    assertThat(nz.at("/reportFields/0/type").asText()).isEqualTo("dropdown");
    assertThat(policy(NZ, "tax").has("categories")).isFalse();
    assertThat(policy(EU, "tax").at("/tax")).isEmpty();
  }

  @Test
  void tags_come_flat_or_by_levels__recorded() {
    assertThat(policy(NZ, "tags").at("/tags/1/name").asText()).isEqualTo("Project");
    assertThat(policy(NZ, "tags").at("/tags/1/tags/0/name").asText()).isEqualTo("Internal");
    assertThat(policy(UK, "tags").at("/tags/0/name").asText()).isEqualTo("Field Sales");
    expensify.behave("tagShape", "FLAT");
    assertThat(policy(NZ, "tags").at("/tags").findValuesAsText("name"))
        .hasSize(16)
        .contains("North:Internal");
    expensify.behave("tagShape", "LEVELS");
    assertThat(policy(UK, "tags").at("/tags/0/tags/0/name").asText()).isEqualTo("Field Sales");
  }

  @Test
  void a_rate_is_a_number_or_a_text__unverified() {
    assertThat(policy(NZ, "tax").at("/tax/rates/0/rate").isNumber()).isTrue();
    expensify.behave("rateAsText", true);
    assertThat(policy(NZ, "tax").at("/tax/rates/0/rate").asText()).isEqualTo("15");
    assertThat(policy(NZ, "tax").at("/tax/rates/0/rate").isTextual()).isTrue();
  }

  @Test
  void ids_are_an_array_here_and_unknown_or_forbidden_ones_are_errors__doc() {
    assertThat(ask(List.of("0000000000000000"), "tax").code()).isEqualTo(404);
    assertThat(expensify.as("aa_uk_example", "uk-secret").get(input(List.of(NZ), "tax")).code())
        .isEqualTo(403);
    assertThat(ask(NZ, "tax").code()).isEqualTo(410);
    assertThat(expensify.get(Map.of("type", "policy", "policyIDList", List.of(NZ))).code())
        .isEqualTo(410);
  }

  @Test
  void categories_are_merged_or_replaced__doc() {
    Map<String, Object> fuel = Map.of("name", "Fuel", "enabled", true, "glCode", "449");
    assertThat(update("categories", "merge", List.of(fuel)).code()).isEqualTo(200);
    assertThat(names(NZ, "categories")).contains("Fuel", "Office");
    update("categories", "replace", List.of(fuel));
    assertThat(names(NZ, "categories")).containsExactly("Fuel");
    assertThat(update("categories", "add", List.of(fuel)).code()).isEqualTo(410);
  }

  @Test
  void tags_that_are_merged_lose_all_that_are_not_listed_without_a_word__recorded() {
    Reply reply =
        update(
            "tags",
            "merge",
            List.of(
                Map.of("name", "Region", "tags", List.of(Map.of("name", "North"))),
                Map.of("name", "Project", "tags", List.of(Map.of("name", "Internal")))));
    assertThat(reply.body()).isEqualTo("{\"responseCode\":200}");
    JsonNode tags = policy(NZ, "tags").at("/tags");
    assertThat(tags.at("/0/tags")).hasSize(1);
    assertThat(tags.at("/1/tags")).hasSize(1);
    assertThat(tags.at("/0/tags/0/enabled").asBoolean()).isTrue();
  }

  @Test
  void only_admins_change_a_workspace__doc() {
    expensify.control(
        "PATCH", "/credentials/aa_uk_example", Map.of("roles", Map.of(NZ, "auditor")));
    ExpensifyCalls auditor = expensify.as("aa_uk_example", "uk-secret");
    assertThat(auditor.job(updating("categories", "merge", List.of())).code()).isEqualTo(403);
  }

  @Test
  void a_person_renames_a_tag_or_adds_a_category__design() {
    Map<String, String> renamed =
        Map.of("level", "Region", "before", "North", "after", "Far North");
    expensify.control("POST", "/workspaces/" + NZ + "/tags/rename", renamed);
    expensify.control(
        "PUT", "/workspaces/" + NZ + "/categories/Fuel", Map.of("glCode", "449", "enabled", false));
    JsonNode nz = policy(NZ, "tags", "categories");
    assertThat(nz.at("/tags/0/tags/0/name").asText()).isEqualTo("Far North");
    assertThat(nz.at("/categories").findValuesAsText("name")).contains("Fuel");
    String tag =
        expensify.read(
            null,
            Map.of("reportIDList", expensify.report("Auckland trip").get("reportID").asText()),
            "${reports[0].transactionList[0].tag}");
    assertThat(tag).isEqualTo("North:Internal");
  }

  private List<String> names(String id, String field) {
    return policy(id, field).at("/" + field).findValuesAsText("name");
  }

  private JsonNode policy(String id, String... fields) {
    return ask(List.of(id), fields).at("/policyInfo/" + id);
  }

  private Reply ask(Object ids, String... fields) {
    return expensify.get(input(ids, fields));
  }

  private static Map<String, Object> input(Object ids, String... fields) {
    return Map.of("type", "policy", "policyIDList", ids, "fields", fields);
  }

  private Reply update(String what, String action, List<?> data) {
    return expensify.job(updating(what, action, data));
  }

  private static Map<String, Object> updating(String what, String action, List<?> data) {
    return Map.of(
        "type",
        "update",
        "inputSettings",
        Map.of("type", "policy", "policyID", NZ),
        what,
        Map.of("action", action, "data", data));
  }
}
