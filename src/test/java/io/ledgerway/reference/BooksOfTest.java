package io.ledgerway.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BooksOfTest {

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
  void everything_imported_is_in_the_books() {
    put(
        "organisation",
        record(
            "org",
            "name",
            "Acme",
            "detail",
            Map.of("baseCurrency", "NZD", "lockDate", "2025-03-31")));
    put(
        "account",
        record(
            "a1",
            "code",
            "493",
            "name",
            "Travel",
            "detail",
            Map.of("type", "EXPENSE", "class", "EXPENSE")));
    put(
        "tax-rate",
        record(
            "INPUT2",
            "detail",
            Map.of("effectiveRate", 15, "classes", List.of("EXPENSE", "ASSET"))));
    store.imports.store(
        company,
        Resource.TrackingCategories,
        true,
        0,
        List.of(
            of("tracking-category", record("c1", "name", "Region")),
            of("tracking-category", record("c2", "name", "Old", "active", false)),
            of("tracking-option", record("o1", "name", "North", "parent", "c1")),
            of("tracking-option", record("o2", "name", "Orphan", "parent", "c2"))));
    put(
        "contact",
        record("p1", "name", "Ada", "email", "ada@acme.example"),
        record("p2", "name", "No e-mail"));
    put("currency", record("NZD"), record("USD"));

    Books books = store.books.of(company);

    assertThat(books.organisation().orElseThrow().isLocked(LocalDate.of(2025, 3, 31))).isTrue();
    assertThat(books.organisation().orElseThrow().isLocked(LocalDate.of(2025, 4, 1))).isFalse();
    assertThat(books.accountByCode("493")).isEqualTo(books.account("a1")).isPresent();
    assertThat(books.taxRate("INPUT2").orElseThrow())
        .isEqualTo(
            new TaxRate(
                "INPUT2", null, new BigDecimal("15"), Set.of("ASSET", "EXPENSE"), true, false));
    assertThat(books.trackingOption("o1").orElseThrow().active()).isTrue();
    assertThat(books.trackingOption("o2").orElseThrow().active())
        .as("an option of an archived category")
        .isFalse();
    assertThat(books.contactsByEmail("ADA@acme.example")).hasSize(1);
    assertThat(books.hasCurrency("USD")).isTrue();
    assertThat(books.hasCurrency("EUR")).isFalse();
  }

  @Test
  void a_change_is_seen_within_a_second_and_at_once_by_who_asks_for_the_latest() {
    Books before = store.books.of(company);
    store.card(company, "card-1", "a1");

    assertThat(store.books.of(company)).isSameAs(before);
    assertThat(store.books.latest(company).choice("perk", "cards", "card-1")).contains("a1");

    store.choose(company, "mixedSigns", "NET");
    store.pass(1);
    assertThat(store.books.of(company).choice("perk", "mixedSigns", "")).contains("NET");
  }

  @Test
  void a_setting_that_the_source_does_not_have_is_refused() {
    assertThatThrownBy(() -> store.choose(company, "nope", "x"))
        .hasMessageContaining("CHOICES_REFUSED")
        .hasMessageContaining("nope: there is no such setting");
  }

  @Test
  void unchanged_books_are_not_loaded_again() {
    Books before = store.books.of(company);
    store.pass(5);

    assertThat(store.books.of(company)).isSameAs(before);
  }

  @Test
  void a_company_that_is_not_set_up_is_told_so() {
    assertThatThrownBy(() -> store.books.of("nobody"))
        .isInstanceOf(UnknownCompany.class)
        .hasMessageContaining("nobody");
    assertThatThrownBy(() -> store.card("nobody", "card", "a1")).isInstanceOf(UnknownCompany.class);
  }

  @Test
  void ten_thousand_contacts_are_stored_and_loaded_fast() {
    List<Map<String, Object>> contacts = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      contacts.add(record("p" + i, "name", "Person " + i, "email", i + "@acme.example"));
    }
    put("contact", contacts);

    long start = System.nanoTime();
    Books books = store.books.of(company);
    Duration took = Duration.ofNanos(System.nanoTime() - start);

    assertThat(books.contactsByEmail("9999@acme.example")).hasSize(1);
    assertThat(took).isLessThan(Duration.ofSeconds(2));
  }

  @SafeVarargs
  private void put(String kind, Map<String, Object>... records) {
    put(kind, List.of(records));
  }

  private void put(String kind, List<Map<String, Object>> records) {
    Resource resource =
        Stream.of(Resource.values()).filter(each -> each.kinds().contains(kind)).findFirst().get();
    store.imports.store(
        company, resource, true, 0, records.stream().map(each -> of(kind, each)).toList());
  }

  static Map<String, Object> of(String kind, Map<String, Object> record) {
    record.put("kind", kind);
    return record;
  }

  static Map<String, Object> record(String id, Object... fields) {
    Map<String, Object> record = new HashMap<>(Map.of("id", id, "active", true));
    for (int i = 0; i < fields.length; i += 2) {
      record.put((String) fields[i], fields[i + 1]);
    }
    return record;
  }
}
