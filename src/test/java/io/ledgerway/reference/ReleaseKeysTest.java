package io.ledgerway.reference;

import static io.ledgerway.reference.BooksOfTest.of;
import static io.ledgerway.reference.BooksOfTest.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerway.cause.Cause;
import io.ledgerway.cause.KeyKind;
import io.ledgerway.cause.OrganisationCauses;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever a held document can wait for, some change says that it has come. */
class ReleaseKeysTest {

  private static final String COMPANY = "acme";
  private static ReferenceStore store;

  @BeforeAll
  static void open() {
    store = new ReferenceStore();
    store.companies.setUp(COMPANY, "Acme Ltd");
  }

  @AfterAll
  static void close() throws Exception {
    store.close();
  }

  @Test
  void every_kind_of_key_that_a_cause_can_name_is_announced_by_some_change() {
    store.card(COMPANY, "card-1", "a1");
    store.choose(COMPANY, "transferAccount", "a1");
    store.choose(COMPANY, "mixedSigns", "NET");
    read(Resource.Organisation, of("organisation", record("org")));
    read(Resource.Accounts, of("account", record("a1", "code", "433")));
    read(Resource.Contacts, of("contact", record("p1", "email", "ada@acme.example")));
    read(Resource.Currencies, of("currency", record("EUR")));
    read(Resource.TaxRates, of("tax-rate", record("INPUT2")));
    read(
        Resource.TrackingCategories,
        of("tracking-category", record("c1")),
        of("tracking-option", record("o1", "parent", "c1", "name", "North")));

    Set<String> announced = announced();
    assertThat(announced)
        .contains(
            KeyKind.ACCOUNT.of("a1"),
            KeyKind.ACCOUNT_CODE.of("433"),
            KeyKind.TABLE.of("perk/cards/card-1"),
            KeyKind.CONTACT.of("ada@acme.example"),
            KeyKind.CONTACT_ID.of("p1"),
            KeyKind.CURRENCY.of("EUR"),
            OrganisationCauses.LOCK_DATE,
            OrganisationCauses.PLAN,
            KeyKind.SETTING.of("perk/transferAccount"),
            KeyKind.SETTING.of("perk/mixedSigns"),
            KeyKind.TAX_RATE.of("INPUT2"),
            KeyKind.TRACKING_CATEGORY.of("c1"),
            KeyKind.TRACKING_OPTION.of("o1"),
            KeyKind.TRACKING_OPTION_NAME.of("c1/north"));
    Set<KeyKind> named =
        Arrays.stream(Cause.values())
            .flatMap(cause -> cause.waitsFor().stream())
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(KeyKind.class)));
    // An edit of a mapping file releases by itself, and so does another document that is posted:
    // release-mended.sql, release-dependent.sql.
    named.removeAll(Set.of(KeyKind.MAPPING, KeyKind.DOCUMENT));
    assertThat(named)
        .allSatisfy(kind -> assertThat(announced).anyMatch(key -> key.startsWith(kind.of(""))));
    assertThat(named).hasSize(KeyKind.values().length - 2);
  }

  @Test
  void a_code_that_moves_to_another_account_is_announced_by_its_old_and_its_new_owner() {
    read(Resource.Accounts, of("account", record("b1", "code", "501")));
    read(Resource.Accounts, of("account", record("b1", "code", "502")));
    assertThat(keysOf("b1")).contains("account-code:501", "account-code:502", "account:b1");
  }

  @SafeVarargs
  private void read(Resource resource, Map<String, Object>... records) {
    store.imports.store(COMPANY, resource, false, 0, List.of(records));
  }

  private static Set<String> announced() {
    return new TreeSet<>(
        store.jdbc.queryForList(
            "select distinct unnest(keys) from reference_change", Map.of(), String.class));
  }

  private static List<String> keysOf(String record) {
    return store.jdbc.queryForList(
        "select unnest(keys) from reference_change where record_id = :record order by id desc",
        Map.of("record", record),
        String.class);
  }
}
