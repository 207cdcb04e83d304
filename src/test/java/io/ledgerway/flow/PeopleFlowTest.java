package io.ledgerway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.flow.Engine.Company;
import io.ledgerway.local.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Users of the platform, by topic and by REST, and what the platform is told of their match. */
class PeopleFlowTest {

  private static Engine engine;

  @BeforeAll
  static void start() {
    engine = Engine.shared();
  }

  @Test
  void a_user_from_the_topic_is_matched_and_the_match_is_told() {
    Company company = engine.company();
    String email = company.books().employees().get(0);
    send(
        company.id(),
        "{\"id\":\"u1\",\"company\":\"%s\",\"email\":\"%s\",\"active\":true,\"firstName\":\"Ana\"}"
            .formatted(company.id(), email.toUpperCase(Locale.ROOT)));

    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(200))
        .untilAsserted(
            () ->
                assertThat(told(company, "u1"))
                    .last()
                    .asString()
                    .contains("\"match\":\"MATCHED\"", "\"parent\":\"", email));
    JsonNode user = users(company).get(0);
    assertThat(user.get("name").asText()).isEqualTo("Ana");
    assertThat(user.get("active").asBoolean()).isTrue();
  }

  @Test
  void a_user_added_before_their_contact_is_matched_by_the_next_sync() {
    Company company = engine.company();
    Map<String, Object> user = Map.of("email", "late@acme.example", "active", true);
    engine.api.put("/companies/" + company.id() + "/users/u2", user);
    assertThat(users(company).get(0).at("/detail/match").asText()).isEqualTo("NOT_FOUND");

    JsonNode contact =
        engine
            .switches()
            .add(
                company.tenant(),
                "contacts",
                Map.of("Name", "Late Comer", "EmailAddress", "Late@acme.example"));
    engine.readAgain(company);
    assertThat(users(company).get(0).get("parent")).isEqualTo(contact.get("ContactID"));
  }

  @Test
  void who_has_no_contact_can_be_listed_and_an_archived_one_is_counted() {
    Company company = engine.company();
    String path = "/companies/" + company.id();
    String email = company.books().employees().get(1);
    engine.api.put(path + "/users/gone", Map.of("email", email, "active", true));
    engine.api.put(path + "/users/none", Map.of("email", "none@acme.example", "active", true));
    String contact =
        engine
            .api
            .get(path + "/reference-data/user?search=" + email)
            .at("/items/0/parent")
            .asText();
    engine
        .switches()
        .change(company.tenant(), "contacts", contact, Map.of("ContactStatus", "ARCHIVED"));
    engine.readAgain(company);

    assertThat(engine.api.pages(path + "/reference-data/user?match=NOT_FOUND"))
        .extracting(user -> user.get("id").asText())
        .containsExactly("none");
    assertThat(engine.api.pages(path + "/reference-data/user?match=CONTACT_INACTIVE"))
        .extracting(user -> user.get("id").asText())
        .containsExactly("gone");
    assertThat(engine.api.get(path + "/import-settings").get("people"))
        .hasToString(
            "{\"active\":3,\"matched\":1,\"notFound\":1,\"ambiguous\":0,\"contactInactive\":1}");
    assertThat(engine.api.company(company.id()).at("/lastImport/report/attention").toString())
        .contains("USERS_CONTACT_INACTIVE", email);
    assertThat(engine.api.get(path + "/sync-log?kind=contact&id=" + contact).at("/items/0/askedBy"))
        .hasToString("\"api-key\"");
  }

  @Test
  void an_event_that_is_no_user_is_put_aside_and_stops_no_other() {
    Company company = engine.company();
    send(company.id(), "{\"id\":\"wrong\",\"company\":\"%s\"}".formatted(company.id()));
    send(
        "nowhere", "{\"id\":\"lost\",\"company\":\"nowhere\",\"email\":\"a@b.c\",\"active\":true}");
    send(
        company.id(),
        "{\"id\":\"right\",\"company\":\"%s\",\"email\":\"r@b.c\",\"active\":true}"
            .formatted(company.id()));

    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              assertThat(users(company)).hasSize(1);
              assertThat(engine.api.deadLetters())
                  .filteredOn(letter -> letter.get("topic").asText().equals("perk.users"))
                  .extracting(letter -> letter.get("code").asText())
                  .contains("NOT_OF_SCHEMA", "UNKNOWN_COMPANY");
              assertThat(Topic.readAll(engine.around.kafka(), "perk.users.dlq"))
                  .extracting(ConsumerRecord::value)
                  .anySatisfy(
                      letter ->
                          assertThat(letter)
                              .contains("\"NOT_OF_SCHEMA\"", "\"topic\":\"perk.users\"", "wrong"))
                  .anySatisfy(
                      letter -> assertThat(letter).contains("\"UNKNOWN_COMPANY\"", "\"nowhere\""));
            });
  }

  /** Without the user that every company is set up with. */
  private static List<JsonNode> users(Company company) {
    return engine.api.pages("/companies/" + company.id() + "/reference-data/user?").stream()
        .filter(user -> !user.get("id").asText().equals("first"))
        .toList();
  }

  private static List<String> told(Company company, String user) {
    return Topic.readAll(engine.around.kafka(), "perk.reference-data").stream()
        .filter(record -> record.key().equals(company.id() + "/user/" + user))
        .map(record -> record.value())
        .toList();
  }

  private static void send(String key, String value) {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", engine.around.kafka().brokers()),
            new StringSerializer(),
            new StringSerializer())) {
      producer.send(new ProducerRecord<>("perk.users", key, value));
      producer.flush();
    }
  }
}
