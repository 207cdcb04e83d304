package io.ledgerway.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PeopleTest {

  private static ReferenceStore store;
  private String company;

  @BeforeAll
  static void open() {
    store = new ReferenceStore();
  }

  @AfterAll
  static void close() throws Exception {
    store.close();
  }

  @BeforeEach
  void newCompany() {
    company = "company-" + UUID.randomUUID();
    store.companies.setUp(company, "Acme Ltd");
  }

  @Test
  void a_user_is_matched_by_e_mail_in_any_case_when_the_contact_was_there_before() {
    contact("c1", "ana@acme.example", true);
    user("Ana@ACME.example", true);

    assertThat(user()).isEqualTo("MATCHED c1 active");
  }

  @Test
  void a_user_is_matched_when_the_contact_comes_later() {
    user("ana@acme.example", true);
    assertThat(user()).isEqualTo("NOT_FOUND null active");

    contact("c1", "ana@acme.example", true);
    assertThat(user()).isEqualTo("MATCHED c1 active");
  }

  @Test
  void a_match_follows_the_e_mail_of_either_side() {
    contact("c1", "ana@acme.example", true);
    contact("c2", "diaz@acme.example", true);
    user("ana@acme.example", true);
    user("diaz@acme.example", true);
    assertThat(user()).isEqualTo("MATCHED c2 active");

    contact("c2", "other@acme.example", true);
    assertThat(user()).isEqualTo("NOT_FOUND null active");
    contact("c1", "diaz@acme.example", true);
    assertThat(user()).isEqualTo("MATCHED c1 active");
  }

  @Test
  void two_contacts_with_one_e_mail_are_a_conflict_until_one_is_archived() {
    contact("c1", "ana@acme.example", true);
    contact("c2", "ana@acme.example", true);
    user("ana@acme.example", true);
    assertThat(user()).isEqualTo("AMBIGUOUS null active");

    contact("c1", "ana@acme.example", false);
    assertThat(user()).isEqualTo("MATCHED c2 active");
  }

  @Test
  void an_archived_contact_makes_the_user_inactive_and_a_restored_one_active() {
    contact("c1", "ana@acme.example", true);
    user("ana@acme.example", true);
    contact("c1", "ana@acme.example", false);
    assertThat(user()).isEqualTo("CONTACT_INACTIVE c1 inactive");

    contact("c1", "ana@acme.example", true);
    assertThat(user()).isEqualTo("MATCHED c1 active");
    user("ana@acme.example", false);
    assertThat(user()).isEqualTo("MATCHED c1 inactive");
  }

  @Test
  void a_user_follows_their_contact_into_the_one_that_it_was_merged_into() {
    contact("c1", "ana@acme.example", true);
    user("ana@acme.example", true);
    store.imports.store(
        company,
        Resource.Contacts,
        false,
        0,
        List.of(
            merged("c1", "ana@acme.example", "c2"),
            BooksOfTest.of("contact", BooksOfTest.record("c2", "email", "ana@acme.example"))));

    assertThat(user()).isEqualTo("MATCHED c2 active");
    assertThat(lastChange())
        .contains(
            "{\"new\": \"c1\", \"field\": \"mergedContact\"}",
            "{\"new\": \"c2\", \"old\": \"c1\", \"field\": \"parent\"}");
  }

  @Test
  void a_user_whose_contact_was_merged_into_one_with_another_e_mail_is_inactive_and_says_so() {
    contact("c1", "ana@acme.example", true);
    contact("c2", "other@acme.example", true);
    user("ana@acme.example", true);
    contact(merged("c1", "ana@acme.example", "c2"));

    assertThat(user()).isEqualTo("CONTACT_MERGED c1 inactive");
    assertThat(lastChange())
        .contains(
            "{\"new\": \"CONTACT_MERGED\", \"old\": \"MATCHED\", \"field\": \"match\"}",
            "{\"new\": \"c2\", \"field\": \"mergedTo\"}");
    user("other@acme.example", true);
    assertThat(user()).isEqualTo("MATCHED c2 active");
  }

  @Test
  void a_name_that_the_platform_left_out_is_the_contacts_until_it_gives_one() {
    put(new User("u1", "ana@acme.example", true, null, null));
    assertThat(name()).isNull();
    named("Ana", "Diaz");
    assertThat(name()).isEqualTo("Ana Diaz");
    named("Anna", "Diaz");
    assertThat(name()).isEqualTo("Anna Diaz");

    put(new User("u1", "ana@acme.example", true, "A.", null));
    named("Annie", "Diaz");
    assertThat(name()).isEqualTo("A.");
  }

  @Test
  void each_change_is_told_with_its_cause_and_no_other() {
    user("ana@acme.example", true);
    user("ana@acme.example", true);
    contact("c1", "ana@acme.example", true);
    contact("c2", "someone@acme.example", true);

    assertThat(
            store.jdbc.queryForList(
                "select change || ' ' || cause from reference_change"
                    + " where company = :company and kind = 'user' order by id",
                Map.of("company", company),
                String.class))
        .containsExactly("ADDED PLATFORM", "CHANGED IMPORT");
  }

  @Test
  void a_user_of_nobodys_company_is_refused() {
    assertThatThrownBy(
            () -> store.people.put("nobody", List.of(new User("u1", "a@b.c", true, null, null))))
        .isInstanceOf(UnknownCompany.class);
  }

  private void user(String email, boolean active) {
    put(new User("u1", email, active, "Ana", null));
  }

  private void put(User user) {
    store.people.put(company, List.of(user));
  }

  private void contact(String id, String email, boolean active) {
    contact(BooksOfTest.record(id, "email", email, "active", active));
  }

  private static Map<String, Object> merged(String id, String email, String into) {
    return BooksOfTest.of(
        "contact",
        BooksOfTest.record(
            id, "email", email, "active", false, "detail", Map.of("mergedTo", into)));
  }

  private void named(String first, String last) {
    contact(
        BooksOfTest.record(
            "c1",
            "email",
            "ana@acme.example",
            "active",
            true,
            "detail",
            Map.of("firstName", first, "lastName", last)));
  }

  private void contact(Map<String, Object> record) {
    store.imports.store(
        company, Resource.Contacts, false, 0, List.of(BooksOfTest.of("contact", record)));
  }

  private String name() {
    return store.jdbc.queryForObject(
        "select name from reference_record where company = :company and kind = 'user'",
        Map.of("company", company),
        String.class);
  }

  private String lastChange() {
    return store.jdbc.queryForObject(
        "select changed::text from reference_log"
            + " where company = :company and kind = 'user' order by id desc limit 1",
        Map.of("company", company),
        String.class);
  }

  private String user() {
    return store.jdbc.queryForObject(
        "select concat_ws(' ', detail ->> 'match', coalesce(parent, 'null'),"
            + " case when active then 'active' else 'inactive' end)"
            + " from reference_record where company = :company and kind = 'user'",
        Map.of("company", company),
        String.class);
  }
}
