package io.ledgerway.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerway.local.LocalPostgres;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How keys are changed in docs/production.md: behind, in front, alone. */
class SealAnewTest {

  private static final UUID TOKENS = UUID.fromString("019a0000-0000-7000-8000-000000000001");
  private static final String SOURCE = "acme/expensify/partnerUserSecret";

  private JdbcClient jdbc;

  @BeforeEach
  void store() {
    LocalPostgres postgres = LocalPostgres.shared();
    DataSource database = postgres.dataSource(postgres.newDatabase());
    Flyway.configure().dataSource(database).load().migrate();
    jdbc = JdbcClient.create(database);
    Secrets old = new Secrets(SecretsTest.OLD);
    String owner = TOKENS.toString();
    jdbc.sql("insert into company (id, name, created_at) values ('acme', 'Acme', ledgerway_now())")
        .update();
    jdbc.sql(
            "insert into xero_token_set (id, grant_type, client_id, client_secret, access_token,"
                + " created_at) values (?, 'CLIENT_CREDENTIALS', 'client', ?, ?, ledgerway_now())")
        .params(TOKENS, old.seal("client secret", owner), old.seal("token", owner))
        .update();
    jdbc.sql("insert into company_source (company, source) values ('acme', 'expensify')").update();
    jdbc.sql(
            "insert into source_secret (company, source, name, sealed, set_at) values ('acme',"
                + " 'expensify', 'partnerUserSecret', ?, ledgerway_now())")
        .param(old.seal("source secret", SOURCE))
        .update();
  }

  @Test
  void an_engine_that_begins_with_a_new_key_in_front_needs_the_old_one_no_more() {
    start(SecretsTest.OLD + "," + SecretsTest.NEW);
    assertThat(opens(SecretsTest.OLD)).isTrue();

    start(SecretsTest.NEW + "," + SecretsTest.OLD);

    assertThat(opens(SecretsTest.NEW)).isTrue();
  }

  @Test
  void what_no_key_opens_stays_as_it_is() {
    start(SecretsTest.NEW);

    assertThat(opens(SecretsTest.OLD)).isTrue();
  }

  private void start(String keys) {
    new SealAnew(jdbc, new Secrets(keys)).afterPropertiesSet();
  }

  private boolean opens(String key) {
    Secrets secrets = new Secrets(key);
    try {
      return secrets
              .open(bytes("select client_secret from xero_token_set"), TOKENS.toString())
              .equals("client secret")
          && secrets
              .open(bytes("select access_token from xero_token_set"), TOKENS.toString())
              .equals("token")
          && secrets
              .open(bytes("select sealed from source_secret"), SOURCE)
              .equals("source secret");
    } catch (io.ledgerway.problem.LedgerwayException noKey) {
      return false;
    }
  }

  private byte[] bytes(String sql) {
    return jdbc.sql(sql).query(byte[].class).single();
  }
}
