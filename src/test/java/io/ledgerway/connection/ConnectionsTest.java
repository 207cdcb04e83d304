package io.ledgerway.connection;

import static io.ledgerway.secret.SecretsTest.NEW;
import static io.ledgerway.secret.SecretsTest.OLD;
import static io.ledgerway.xero.RoughServer.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerway.secret.Secrets;
import io.ledgerway.xero.Database;
import io.ledgerway.xero.MovableClock;
import io.ledgerway.xero.RoughServer;
import io.ledgerway.xero.XeroGrant;
import io.ledgerway.xero.XeroReconnectNeeded;
import io.ledgerway.xero.XeroUncertain;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectionsTest {

  private static Database database;

  private final MovableClock clock = new MovableClock();
  private final RoughServer xero = new RoughServer();
  private final AtomicInteger number = new AtomicInteger();
  private volatile String organisations = organisation("t-1", "Acme Ltd");
  private ConnectionsBench engine;

  @BeforeAll
  static void openDatabase() {
    database = new Database();
    database
        .jdbc()
        .sql("insert into company (id, name) values ('acme', 'A'), ('bolt', 'B')")
        .update();
  }

  @AfterAll
  static void closeDatabase() {
    database.close();
  }

  @BeforeEach
  void open() {
    database.jdbc().sql("truncate xero_connection, xero_token_set cascade").update();
    engine = new ConnectionsBench(database, clock, xero.uri(), OLD);
    xero.otherwise(
        (request, socket) ->
            (request.target().equals("/connect/token")
                    ? answer(
                        200,
                        "{\"access_token\":\"access-"
                            + number.incrementAndGet()
                            + "\",\"expires_in\":1800,\"token_type\":\"Bearer\"}")
                    : answer(200, organisations))
                .meet(request, socket));
  }

  @AfterEach
  void close() {
    xero.close();
  }

  @Test
  void a_key_that_opens_nothing_of_what_is_stored_ends_the_start() {
    engine.connections.connect("acme", "own-client", "own-secret");

    assertThatThrownBy(
            () -> new KeyFitsStore(database.jdbc(), new Secrets(NEW)).afterPropertiesSet())
        .hasMessageContaining("No key of LEDGERWAY_ENCRYPTION_KEY opens");
    new KeyFitsStore(database.jdbc(), new Secrets(NEW + "," + OLD)).afterPropertiesSet();
  }

  @Test
  void connecting_gets_a_token_and_remembers_the_organisation() {
    Connection connection = engine.connections.connect("acme", "own-client", "own-secret");

    assertThat(connection.state()).isEqualTo(Connection.State.ACTIVE);
    assertThat(connection.tenantId()).isEqualTo("t-1");
    assertThat(connection.tenantName()).isEqualTo("Acme Ltd");
    assertThat(engine.tokens.grant("acme")).isEqualTo(new XeroGrant("t-1", "access-1", 5000));
    RoughServer.Received token = xero.received().get(0);
    assertThat(token.headers().get("Authorization")).isEqualTo(basic("own-client:own-secret"));
    assertThat(token.body())
        .contains("grant_type=client_credentials")
        .contains("scope=accounting.");
    assertThat(xero.received().get(1).headers()).containsEntry("Authorization", "Bearer access-1");
  }

  @Test
  void without_an_app_of_its_own_a_company_uses_the_environments() {
    engine.connections.connect("acme");

    assertThat(xero.received().get(0).headers().get("Authorization"))
        .isEqualTo(basic("env-client:env-secret"));
    assertThat(stored()).as("the environment's secret is not stored").doesNotContain("env-client");
  }

  @Test
  void neither_token_nor_secret_is_stored_in_clear() {
    engine.connections.connect("acme", "own-client", "own-secret");

    assertThat(stored()).contains("own-client");
    assertThat(stored()).doesNotContain("own-secret").doesNotContain("access-1");
    assertThat(stored()).doesNotContain(hex("own-secret")).doesNotContain(hex("access-1"));
  }

  @Test
  void an_organisation_that_another_company_holds_is_refused() {
    engine.connections.connect("acme");

    assertThatThrownBy(() -> engine.connections.connect("bolt"))
        .isInstanceOf(ConnectionRefused.class)
        .hasMessageContaining("another company");
    assertThat(engine.connections.find("bolt")).isEmpty();

    engine.connections.disable("acme", "moved");
    assertThat(engine.connections.connect("bolt").state()).isEqualTo(Connection.State.ACTIVE);
  }

  @Test
  void credentials_that_open_no_organisation_or_several_are_refused() {
    organisations = "[]";
    assertThatThrownBy(() -> engine.connections.connect("acme"))
        .hasMessageContaining("no organisation");
    organisations =
        organisation("t-1", "One").replace("]", ",") + organisation("t-2", "Two").substring(1);
    assertThatThrownBy(() -> engine.connections.connect("acme")).hasMessageContaining("One, Two");
  }

  @Test
  void wrong_credentials_are_refused_in_xeros_words() {
    xero.then(answer(400, "{\"error\":\"invalid_client\"}"));

    assertThatThrownBy(() -> engine.connections.connect("acme", "a", "b"))
        .isInstanceOf(ConnectionRefused.class)
        .hasMessageContaining("invalid_client");
  }

  @Test
  void an_unknown_company_cannot_be_connected() {
    assertThatThrownBy(() -> engine.connections.connect("nobody"))
        .isInstanceOf(ConnectionRefused.class)
        .hasMessageContaining("nobody");
  }

  @Test
  void a_token_is_used_until_shortly_before_its_end_and_then_renewed() {
    engine.connections.connect("acme");
    clock.forward(Duration.ofMinutes(27));
    assertThat(engine.tokens.grant("acme").token()).isEqualTo("access-1");

    clock.forward(Duration.ofMinutes(2));
    assertThat(engine.tokens.grant("acme").token()).isEqualTo("access-2");
  }

  @Test
  void of_many_threads_in_two_instances_one_renews() throws Exception {
    engine.connections.connect("acme");
    XeroGrant old = engine.tokens.grant("acme");
    ConnectionsBench other = new ConnectionsBench(database, clock, xero.uri(), OLD);
    ExecutorService threads = Executors.newFixedThreadPool(8);

    List<Future<XeroGrant>> renewed =
        Stream.of(engine, other, engine, other, engine, other, engine, other)
            .map(each -> threads.submit(() -> each.tokens.renewed("acme", old)))
            .toList();

    for (Future<XeroGrant> each : renewed) {
      assertThat(each.get().token()).isEqualTo("access-2");
    }
    threads.shutdown();
  }

  @Test
  void an_instance_that_freezes_while_it_renews_holds_no_lock_and_keeps_nobody_waiting()
      throws Exception {
    engine.connections.connect("acme");
    clock.forward(Duration.ofMinutes(40));
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch thawed = new CountDownLatch(1);
    xero.then(
        (request, socket) -> {
          asked.countDown();
          await(thawed);
          answer(200, "{\"access_token\":\"late\",\"expires_in\":1800}").meet(request, socket);
        });
    ExecutorService threads = Executors.newSingleThreadExecutor();
    Future<XeroGrant> frozen = threads.submit(() -> engine.tokens.grant("acme"));
    await(asked);

    assertThat(
            database
                .jdbc()
                .sql(
                    "select count(*) from pg_stat_activity"
                        + " where datname = current_database() and state like 'idle in trans%'")
                .query(Integer.class)
                .single())
        .isZero();
    clock.forward(Duration.ofSeconds(31));
    ConnectionsBench other = new ConnectionsBench(database, clock, xero.uri(), OLD);
    assertThat(other.tokens.grant("acme").token()).isEqualTo("access-2");

    thawed.countDown();
    assertThat(frozen.get().token()).as("what it got late is dropped").isEqualTo("access-2");
    threads.shutdown();
  }

  @Test
  void what_xero_refuses_to_an_instance_that_lost_its_turn_ends_no_connection() throws Exception {
    engine.connections.connect("acme");
    clock.forward(Duration.ofMinutes(40));
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch thawed = new CountDownLatch(1);
    xero.then(
        (request, socket) -> {
          asked.countDown();
          await(thawed);
          answer(400, "{\"error\":\"invalid_grant\"}").meet(request, socket);
        });
    ExecutorService threads = Executors.newSingleThreadExecutor();
    Future<XeroGrant> frozen = threads.submit(() -> engine.tokens.grant("acme"));
    await(asked);
    clock.forward(Duration.ofSeconds(31));
    new ConnectionsBench(database, clock, xero.uri(), OLD).tokens.grant("acme");

    thawed.countDown();

    assertThat(frozen.get().token()).isEqualTo("access-2");
    assertThat(engine.connections.find("acme").orElseThrow().state())
        .isEqualTo(Connection.State.ACTIVE);
    threads.shutdown();
  }

  @Test
  void a_token_that_xero_refused_is_used_by_no_instance_again_although_no_other_can_be_had() {
    engine.connections.connect("acme");
    XeroGrant refused = engine.tokens.grant("acme");
    xero.then(RoughServer.reset(), RoughServer.reset());

    assertThatThrownBy(() -> engine.tokens.renewed("acme", refused))
        .isInstanceOf(XeroUncertain.class);
    assertThatThrownBy(() -> engine.tokens.grant("acme")).isInstanceOf(XeroUncertain.class);
    ConnectionsBench other = new ConnectionsBench(database, clock, xero.uri(), OLD);
    assertThatThrownBy(() -> other.tokens.grant("acme")).isInstanceOf(XeroUncertain.class);

    clock.forward(Duration.ofSeconds(3));
    assertThat(engine.tokens.grant("acme").token()).isEqualTo("access-2");
  }

  @Test
  void a_connection_whose_renewal_is_refused_expires_with_the_reason() {
    engine.connections.connect("acme");
    clock.forward(Duration.ofMinutes(40));
    xero.then(answer(400, "{\"error\":\"invalid_grant\",\"error_description\":\"revoked\"}"));

    assertThatThrownBy(() -> engine.tokens.grant("acme")).isInstanceOf(XeroReconnectNeeded.class);

    Connection connection = engine.connections.find("acme").orElseThrow();
    assertThat(connection.state()).isEqualTo(Connection.State.EXPIRED);
    assertThat(connection.stateReason()).contains("invalid_grant").contains("revoked");
    int asked = xero.received().size();
    assertThatThrownBy(() -> engine.tokens.grant("acme")).isInstanceOf(XeroReconnectNeeded.class);
    assertThat(xero.received()).as("Xero is not asked again").hasSize(asked);

    assertThat(engine.connections.connect("acme").state()).isEqualTo(Connection.State.ACTIVE);
  }

  @Test
  void an_expired_connection_that_opens_its_organisation_again_goes_on_by_itself() {
    engine.connections.connect("acme");
    engine.tokens.shutOut("acme", engine.tokens.grant("acme"), "403");
    xero.then(answer(400, "{\"error\":\"invalid_client\"}"));
    assertThat(engine.expired.tryAgain()).isEmpty();

    organisations = organisation("t-other", "Another");
    assertThat(engine.expired.tryAgain()).as("another organisation is not ours").isEmpty();
    assertThatThrownBy(() -> engine.tokens.grant("acme")).isInstanceOf(XeroReconnectNeeded.class);

    organisations = organisation("t-1", "Acme Ltd");
    assertThat(engine.expired.tryAgain()).containsExactly("acme");
    assertThat(engine.tokens.grant("acme").token()).isEqualTo("access-3");
    assertThat(engine.expired.tryAgain()).isEmpty();
  }

  @Test
  void an_outage_of_the_token_endpoint_expires_nothing_and_is_not_hammered() {
    engine.connections.connect("acme");
    clock.forward(Duration.ofMinutes(40));
    xero.then(answer(503, "down", "Content-Type: text/plain"));

    assertThatThrownBy(() -> engine.tokens.grant("acme"))
        .isInstanceOfSatisfying(XeroUncertain.class, e -> assertThat(e.maybeExecuted()).isFalse());
    int asked = xero.received().size();
    assertThatThrownBy(() -> engine.tokens.grant("acme")).isInstanceOf(XeroUncertain.class);
    assertThat(xero.received()).hasSize(asked);

    clock.forward(Duration.ofSeconds(3));
    assertThat(engine.tokens.grant("acme").token()).isEqualTo("access-2");
  }

  @Test
  void a_company_that_another_instance_disabled_is_soon_left_alone() {
    engine.connections.connect("acme");
    engine.tokens.grant("acme");
    new ConnectionsBench(database, clock, xero.uri(), OLD).connections.disable("acme", "by hand");
    clock.forward(Duration.ofSeconds(2));

    assertThatThrownBy(() -> engine.tokens.grant("acme"))
        .isInstanceOf(XeroReconnectNeeded.class)
        .hasMessageContaining("by hand");
    assertThat(stored()).as("its secrets are forgotten").isEmpty();
    assertThat(engine.connections.find("acme").orElseThrow().tenantId()).isEqualTo("t-1");
  }

  @Test
  void being_shut_out_expires_the_connection_unless_it_was_renewed_meanwhile() {
    engine.connections.connect("acme");
    XeroGrant old = engine.tokens.grant("acme");
    engine.connections.connect("acme");

    engine.tokens.shutOut("acme", old, "late news");
    assertThat(engine.connections.find("acme").orElseThrow().state())
        .isEqualTo(Connection.State.ACTIVE);

    engine.tokens.shutOut("acme", engine.tokens.grant("acme"), "403");
    Connection connection = engine.connections.find("acme").orElseThrow();
    assertThat(connection.state()).isEqualTo(Connection.State.EXPIRED);
    assertThat(connection.stateReason()).isEqualTo("403");
  }

  @Test
  void after_one_renewal_a_new_encryption_key_alone_is_enough() {
    engine.connections.connect("acme", "own-client", "own-secret");
    clock.forward(Duration.ofMinutes(40));
    new ConnectionsBench(database, clock, xero.uri(), NEW + "," + OLD).tokens.grant("acme");

    clock.forward(Duration.ofMinutes(40));
    ConnectionsBench later = new ConnectionsBench(database, clock, xero.uri(), NEW);
    assertThat(later.tokens.grant("acme").token()).isEqualTo("access-3");
  }

  @Test
  void nothing_that_could_reach_a_log_shows_a_secret() {
    engine.connections.connect("acme", "own-client", "own-secret");

    assertThat(
            List.of(
                    engine.tokens.grant("acme"),
                    new Client("id", "own-secret"),
                    new FreshToken("access-1", clock.instant(), "refresh", "scope"))
                .toString())
        .doesNotContain("access-1")
        .doesNotContain("own-secret")
        .doesNotContain("refresh");
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String organisation(String tenantId, String name) {
    return "[{\"id\":\"c\",\"tenantId\":\"%s\",\"tenantType\":\"ORGANISATION\",\"tenantName\":\"%s\"}]"
        .formatted(tenantId, name);
  }

  /** Every token set as text, bytes in hexadecimal. */
  private static String stored() {
    return String.join(
        "\n",
        database.jdbc().sql("select s::text from xero_token_set s").query(String.class).list());
  }

  private static String hex(String text) {
    return java.util.HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String basic(String pair) {
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }
}
