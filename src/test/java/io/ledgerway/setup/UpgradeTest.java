package io.ledgerway.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A company that was connected before there was a choice goes on as it was. */
class UpgradeTest {

  private static EmbeddedPostgres postgres;
  private static JdbcClient jdbc;

  @BeforeAll
  static void upgrade() throws IOException {
    postgres = EmbeddedPostgres.builder().start();
    DataSource source = postgres.getPostgresDatabase();
    jdbc = JdbcClient.create(source);
    Flyway.configure().dataSource(source).target("7.3").load().migrate();
    jdbc.sql("insert into company (id, name) values ('old', 'Old'), ('unread', 'Unread')").update();
    jdbc.sql(
            """
            insert into company (id, name, export_mode, export_requested_at) values
            ('asked', 'Asked', 'MANUAL', now() - interval '1 minute'), ('manual', 'Manual', 'MANUAL', null)
            """)
        .update();
    jdbc.sql(
            """
            insert into xero_token_set (id, grant_type, created_at)
            values ('018f0000-0000-7000-8000-000000000001', 'CLIENT_CREDENTIALS', now())
            """)
        .update();
    jdbc.sql(
            """
            insert into xero_connection (company, state, tenant_id, token_set, changed_at)
            select 'old', 'ACTIVE', 't-1', id, now() from xero_token_set
            union all select 'unread', 'ACTIVE', 't-2', id, now() from xero_token_set
            """)
        .update();
    jdbc.sql(
            """
            insert into reference_record (company, kind, id, code, name, active, parent, detail) values
            ('old', 'organisation', 'o', null, 'Books', true, null, '{}'),
            ('old', 'account', 'meals', '420', 'Meals', true, null, '{"type": "EXPENSE"}'),
            ('old', 'account', 'asset', '710', 'Desks', true, null, '{"type": "FIXED"}'),
            ('old', 'account', 'bank', '090', 'Bank', true, null, '{"type": "BANK"}'),
            ('old', 'tax-rate', 'OUTPUT2', null, 'Sales', true, null, '{"classes": ["REVENUE"]}'),
            ('old', 'tracking-category', 'region', null, 'Region', true, null, '{}'),
            ('old', 'tracking-option', 'north', null, 'North', true, 'region', '{}')
            """)
        .update();
    jdbc.sql(
            """
            update company set transfer_account_id = 'bank', mixed_signs = 'NET' where id = 'old';
            insert into company_card (company, card, account_id) values ('old', 'card-1', 'bank');
            insert into posting (id, company, source, source_id, version, kind, resource, event, content_hash, waits_for,
                                 received_at, changed_at)
            values ('018f0000-0000-7000-8000-000000000002', 'old', 'perk', 'e-1', 1, 'card-expense', 'BankTransactions', '{}', 'h',
                    array['card:card-9', 'setting:transfer-account', 'account:bank'], now(), now());
            update posting set state = 'HELD';
            insert into posting (id, company, source, source_id, version, kind, resource, event, content_hash, received_at, changed_at)
            select gen_random_uuid(), company, 'perk', company || '/' || minutes, 1, 'card-expense', 'BankTransactions', '{}', 'h',
                   now() - interval '1 minute' * minutes, now()
            from (values ('asked', 0), ('asked', 2), ('manual', 2), ('unread', 2)) as sent (company, minutes);
            update posting set state = 'READY' where company <> 'old'
            """)
        .update();
    Flyway.configure().dataSource(source).load().migrate();
  }

  @AfterAll
  static void close() throws IOException {
    postgres.close();
  }

  @Test
  void it_is_set_up_and_one_whose_books_were_never_read_is_not() {
    assertThat(states()).containsEntry("old", "ACTIVE").containsEntry("unread", "SETUP_INCOMPLETE");
  }

  @Test
  void its_cards_transfer_account_and_treatment_of_mixed_signs_are_what_it_chose_for_its_source() {
    assertThat(
            jdbc.sql(
                    "select concat_ws(' ', source, name, value, tenant_id, kind, choice) from"
                        + " choice_in_force where company = 'old' order by 1")
                .query(String.class)
                .list())
        .containsExactly(
            "perk cards card-1 t-1 account \"bank\"",
            "perk mixedSigns   \"NET\"",
            "perk transferAccount  t-1 account \"bank\"");
    assertThat(jdbc.sql("select unnest(waits_for) from posting").query(String.class).list())
        .containsExactlyInAnyOrder(
            "table:perk/cards/card-9", "setting:perk/transferAccount", "account:bank");
  }

  @Test
  void it_exports_as_it_did_and_what_was_asked_for_is_an_export() {
    assertThat(
            jdbc.sql(
                    "select concat_ws(' ', source_id, released, export_run is not null) from"
                        + " posting where state = 'READY' order by 1")
                .query(String.class)
                .list())
        .containsExactly("asked/0 f f", "asked/2 t t", "manual/2 f f", "unread/2 t f");
    assertThat(
            jdbc.sql("select concat_ws(' ', company, source, mode) from export_schedule order by 1")
                .query(String.class)
                .list())
        .containsExactly("asked  MANUAL", "manual  MANUAL");
    assertThat(
            jdbc.sql("select concat_ws(' ', company, what, documents) from export_run")
                .query(String.class)
                .list())
        .containsExactly("asked ALL 1");
  }

  @Test
  void it_imports_everything_that_it_imported_before() {
    List<String> imported =
        jdbc.sql(
                "select id || ' ' || imported_as from reference_record where imported_as is not"
                    + " null")
            .query(String.class)
            .list();
    assertThat(imported)
        .containsExactlyInAnyOrder(
            "o ORGANISATION",
            "meals CATEGORY",
            "asset CATEGORY",
            "OUTPUT2 TAX_RATE",
            "region COST_OBJECT",
            "north COST_OBJECT");
  }

  @Test
  void its_settings_can_be_read() {
    ImportSettings settings =
        new SettingsTable(jdbc, Clock.systemUTC())
            .find("old", Stage.ACTIVE)
            .orElseThrow()
            .settings();
    assertThat(settings.accounts().types()).containsExactly("EXPENSE", "FIXED");
    assertThat(settings.taxRates().selected()).containsExactly("OUTPUT2");
    assertThat(settings.trackingCategories().get("region").use())
        .isEqualTo(ImportSettings.Use.COST_OBJECT);
  }

  private static Map<String, String> states() {
    Map<String, String> states = new TreeMap<>();
    jdbc.sql("select company, state from company_state")
        .query(
            row -> {
              states.put(row.getString("company"), row.getString("state"));
            });
    return states;
  }
}
