package io.ledgerway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerway.local.LocalPostgres;
import java.time.Instant;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class PutLettersAsideTest {

  private static NamedParameterJdbcTemplate jdbc;

  @BeforeAll
  static void open() {
    LocalPostgres postgres = LocalPostgres.shared();
    var source =
        new DriverManagerDataSource(
            postgres.newDatabase(), postgres.username(), postgres.password());
    Flyway.configure().dataSource(source).load().migrate();
    jdbc = new NamedParameterJdbcTemplate(source);
  }

  @BeforeEach
  void empty() {
    jdbc.getJdbcTemplate().update("truncate dead_letter");
  }

  @Test
  void a_record_that_is_read_twice_is_one_letter() {
    putAside(refusal(record(7, 1_000, "a"), "acme"));
    putAside(refusal(record(7, 1_000, "a"), "acme"), refusal(record(8, 1_000, "a"), "acme"));
    assertThat(count()).isEqualTo(2);
  }

  @Test
  void a_record_at_the_same_place_of_a_topic_that_was_made_anew_is_another_letter() {
    putAside(refusal(record(7, 1_000, "a"), "acme"));
    putAside(refusal(record(7, 2_000, "a"), "acme"));
    putAside(refusal(record(7, 1_000, "b"), "acme"));
    assertThat(count()).isEqualTo(3);
  }

  @Test
  void a_refusal_that_the_table_does_not_take_costs_its_words_and_no_other_refusal() {
    putAside(
        refusal(record(1, 1_000, "a"), "acme"),
        refusal(record(2, 1_000, "b"), "ac\0me"),
        refusal(record(3, 1_000, "c"), "acme"));
    assertThat(count()).isEqualTo(3);
    assertThat(
            jdbc.getJdbcTemplate()
                .queryForList(
                    "select code || coalesce(company, '-') from dead_letter order by record_offset",
                    String.class))
        .containsExactly("CODEacme", "NOT_STORABLE-", "CODEacme");
  }

  private static void putAside(Refusal... refusals) {
    JudgedRecords judged = new JudgedRecords();
    for (Refusal refusal : refusals) {
      judged.refusals().add(refusal);
    }
    Exchange exchange = new DefaultExchange(new DefaultCamelContext());
    exchange.getMessage().setBody(judged);
    new PutLettersAside(jdbc).process(exchange);
  }

  private static int count() {
    return jdbc.getJdbcTemplate().queryForObject("select count(*) from dead_letter", Integer.class);
  }

  private static Refusal refusal(IncomingRecord record, String company) {
    return new Refusal(record, company, "e1", "CODE", "message", "action", null);
  }

  private static IncomingRecord record(long offset, long timestamp, String value) {
    return new IncomingRecord(
        "perk.expenses",
        0,
        offset,
        timestamp,
        "acme",
        value.getBytes(),
        List.of(),
        Instant.parse("2026-03-04T05:06:07Z"),
        null);
  }
}
