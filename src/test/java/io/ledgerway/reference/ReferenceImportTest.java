package io.ledgerway.reference;

import static io.ledgerway.reference.BooksOfTest.of;
import static io.ledgerway.reference.BooksOfTest.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReferenceImportTest {

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
  void what_is_read_again_unchanged_writes_nothing() {
    assertThat(accounts(true, account("a1", "Travel"), account("a2", "Office"))).isEqualTo(2);
    long version = store.books.latest(company).version();

    assertThat(accounts(true, account("a1", "Travel"), account("a2", "Office"))).isZero();
    assertThat(store.books.latest(company).version()).isEqualTo(version);
  }

  @Test
  void each_change_says_what_it_was_and_which_documents_it_may_free() {
    accounts(true, account("a1", "Travel"), account("a2", "Office"));
    Map<String, Object> archived = account("a1", "Travel");
    archived.put("active", false);
    accounts(true, archived, account("a3", "New"));

    assertThat(changes())
        .extracting("record_id", "change", "keys")
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("a1", "ADDED", "{account:a1}"),
            org.assertj.core.groups.Tuple.tuple("a2", "ADDED", "{account:a2}"),
            org.assertj.core.groups.Tuple.tuple("a1", "DEACTIVATED", "{account:a1}"),
            org.assertj.core.groups.Tuple.tuple("a3", "ADDED", "{account:a3}"),
            org.assertj.core.groups.Tuple.tuple("a2", "DEACTIVATED", "{account:a2}"));
  }

  @Test
  void what_a_full_read_no_longer_shows_becomes_inactive_and_comes_back() {
    accounts(true, account("a1", "Travel"), account("a2", "Office"));
    accounts(true, account("a2", "Office"));
    assertThat(store.books.latest(company).account("a1").orElseThrow().active()).isFalse();

    accounts(true, account("a1", "Travel"));
    assertThat(store.books.latest(company).account("a1").orElseThrow().active()).isTrue();
  }

  @Test
  void a_code_means_the_active_account_that_has_it_whoever_had_it_before() {
    for (int i = 8; i > 0; i--) {
      Map<String, Object> next = account("a" + i, "Travel " + i);
      next.put("code", "429");
      accounts(true, next);
      assertThat(store.books.latest(company).accountByCode("429").orElseThrow().id())
          .isEqualTo("a" + i);
    }
  }

  @Test
  void a_full_read_that_shows_nothing_at_all_is_not_believed() {
    accounts(true, account("a1", "Travel"));

    assertThatThrownBy(() -> accounts(true)).hasMessageContaining("IMPORT_IMPLAUSIBLE");
    assertThat(store.books.latest(company).account("a1").orElseThrow().active()).isTrue();
  }

  @Test
  void a_read_of_changes_only_leaves_the_rest_alone() {
    accounts(true, account("a1", "Travel"), account("a2", "Office"));
    accounts(false, account("a2", "Office supplies"));

    Books books = store.books.latest(company);
    assertThat(books.account("a1").orElseThrow().active()).isTrue();
    assertThat(books.account("a2").orElseThrow().name()).isEqualTo("Office supplies");
  }

  @Test
  void a_contact_that_changes_its_e_mail_frees_who_waits_for_either_address() {
    contact("old@acme.example");
    contact("new@acme.example");

    assertThat(changes())
        .extracting("keys")
        .containsExactly(
            "{contact-id:p1,contact:old@acme.example}",
            "{contact-id:p1,contact:new@acme.example,contact:old@acme.example}");
    assertThat(store.books.latest(company).contactsByEmail("old@acme.example")).isEmpty();
  }

  @Test
  void the_cursor_is_the_highest_time_of_xero_and_never_goes_back() {
    accounts(
        true, updated("a1", "2026-01-01T10:00:00.123Z"), updated("a2", "2025-12-01T00:00:00Z"));
    assertThat(cursor()).isEqualTo(Instant.parse("2026-01-01T10:00:00.123Z"));

    accounts(false, updated("a2", "2025-12-02T00:00:00Z"));
    assertThat(cursor()).isEqualTo(Instant.parse("2026-01-01T10:00:00.123Z"));
  }

  @Test
  void another_bank_account_for_a_card_frees_who_waits_for_the_card_or_the_old_account() {
    store.card(company, "card-1", "a1");
    store.card(company, "card-1", "a1");
    store.card(company, "card-1", "a2");
    store.card(company, "card-1", null);

    assertThat(changes())
        .extracting("change", "keys")
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("ADDED", "{table:perk/cards/card-1,account:a1}"),
            org.assertj.core.groups.Tuple.tuple(
                "CHANGED", "{table:perk/cards/card-1,account:a1,account:a2}"),
            org.assertj.core.groups.Tuple.tuple(
                "DEACTIVATED", "{table:perk/cards/card-1,account:a2}"));
    assertThat(store.books.latest(company).choice("perk", "cards", "card-1")).isEmpty();
  }

  @Test
  void versions_grow_with_each_set_of_changes() {
    store.choose(company, "transferAccount", "a1");
    accounts(true, account("a1", "Travel"), account("a2", "Office"));

    assertThat(changes()).extracting("version").containsExactly(1L, 2L, 2L);
    assertThat(store.books.latest(company).version()).isEqualTo(2);
  }

  @Test
  void pages_are_stored_together_and_the_cursor_does_not_pass_the_reading_of_the_first() {
    Instant began = Instant.parse("2026-01-01T10:00:00Z");
    page(1, began, contact("p1", "one@acme.example", "2026-01-01T09:00:00Z"));
    page(2, began.plusSeconds(900), contact("p2", "two@acme.example", "2026-01-01T10:14:00Z"));
    assertThat(store.books.latest(company).contactsByEmail("one@acme.example")).isEmpty();

    assertThat(store.imports.store(company, Resource.Contacts, true, 2, List.of())).isEqualTo(2);
    assertThat(store.books.latest(company).contactsByEmail("two@acme.example")).hasSize(1);
    assertThat(cursor()).isEqualTo(began);
  }

  @Test
  void of_a_record_that_moved_between_pages_the_later_state_counts() {
    page(1, Instant.EPOCH, contact("p1", "new@acme.example", "2026-01-01T10:00:00Z"));
    page(2, Instant.EPOCH, contact("p1", "old@acme.example", "2026-01-01T09:00:00Z"));
    store.imports.store(company, Resource.Contacts, true, 2, List.of());

    assertThat(store.books.latest(company).contactsByEmail("new@acme.example")).hasSize(1);
  }

  @Test
  void a_run_whose_pages_another_has_taken_declares_nobody_gone() {
    page(1, Instant.EPOCH, contact("p1", "one@acme.example", "2026-01-01T09:00:00Z"));
    store.imports.store(company, Resource.Contacts, true, 1, List.of());

    assertThatThrownBy(() -> store.imports.store(company, Resource.Contacts, true, 1, List.of()))
        .hasMessageContaining("IMPORT_OVERTAKEN");
    page(5, Instant.EPOCH, contact("p2", "two@acme.example", "2026-01-01T09:00:00Z"));
    assertThatThrownBy(() -> store.imports.store(company, Resource.Contacts, true, 5, List.of()))
        .hasMessageContaining("IMPORT_OVERTAKEN");
    assertThat(store.books.latest(company).contactsByEmail("one@acme.example").get(0).active())
        .isTrue();
  }

  private void page(int page, Instant readAt, Map<String, Object> record) {
    store.imports.keep(company, Resource.Contacts, "", page, readAt, 2, List.of(record));
  }

  private static Map<String, Object> contact(String id, String email, String updated) {
    Map<String, Object> contact = of("contact", record(id, "email", email));
    contact.put("updated", updated);
    return contact;
  }

  @SafeVarargs
  private int accounts(boolean complete, Map<String, Object>... records) {
    return store.imports.store(company, Resource.Accounts, complete, 0, List.of(records));
  }

  private void contact(String email) {
    store.imports.store(
        company, Resource.Contacts, false, 0, List.of(of("contact", record("p1", "email", email))));
  }

  private static Map<String, Object> account(String id, String name) {
    return of("account", record(id, "name", name));
  }

  private static Map<String, Object> updated(String id, String at) {
    Map<String, Object> account = account(id, "Account");
    account.put("updated", at);
    return account;
  }

  private Instant cursor() {
    return store
        .jdbc
        .queryForObject(
            "select cursor from reference_cursor where company = :company",
            Map.of("company", company),
            Timestamp.class)
        .toInstant();
  }

  private List<Map<String, Object>> changes() {
    return store.jdbc.queryForList(
        "select record_id, change, keys::text, version from reference_change"
            + " where company = :company order by id",
        Map.of("company", company));
  }
}
