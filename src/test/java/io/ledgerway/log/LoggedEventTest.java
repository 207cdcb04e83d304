package io.ledgerway.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;
import org.springframework.dao.DataIntegrityViolationException;

class LoggedEventTest {

  @Test
  void a_value_of_one_word_stands_bare_and_any_other_in_quotes_that_it_cannot_end() {
    assertThat(line("event=a x={} y={}", "019a-b.c:d/e@f", 3))
        .isEqualTo("event=a x=019a-b.c:d/e@f y=3");
    assertThat(line("event=a x={} y={}", "two words", ""))
        .isEqualTo("event=a x=\"two words\" y=\"\"");
    assertThat(line("event=a x={}", "\" event=\"b\" \\"))
        .isEqualTo("event=a x=\"\\\" event=\\\"b\\\" \\\\\"");
    assertThat(line("event=a x={}", "event=b")).isEqualTo("event=a x=\"event=b\"");
    assertThat(line("event=a x={}", "{} {}")).isEqualTo("event=a x=\"{} {}\"");
  }

  @Test
  void no_value_begins_a_line_or_speaks_to_a_terminal() {
    assertThat(line("event=a x={}", "b\nevent=c\r\n\u001b[2J\u2028\u202e\u0085é漢"))
        .isEqualTo("event=a x=\"b\\nevent=c\\u000d\\n\\u001b[2J\\u2028\\u202e\\u0085é漢\"");
    assertThat(line("event=a x={}", "\ud800")).isEqualTo("event=a x=\"\\ud800\"");
    assertThat(line("event=a x={}", "x".repeat(5_000_000))).hasSizeLessThan(2_100);
  }

  @Test
  void lines_of_others_keep_their_breaks_but_never_begin_as_a_line_of_ours_does() {
    LoggingEvent event = event("org.apache.kafka.X", "said {}", "a\nevent=b \u001b[1m");

    assertThat(new LoggedEvent(event).getFormattedMessage())
        .isEqualTo("said a\n\tevent=b \\u001b[1m");
  }

  @Test
  void fields_are_the_values_by_their_keys() {
    assertThat(
            new LoggedEvent(event("io.ledgerway.x.Y", "event=a company={} n={}", "acme\n", 3))
                .getKeyValuePairs())
        .containsExactly(
            new KeyValuePair("event.action", "a"),
            new KeyValuePair("ledgerway.company", "acme\n"),
            new KeyValuePair("ledgerway.n", "3"));
  }

  @Test
  void the_databases_words_for_a_row_are_left_out_wherever_they_are_quoted() {
    SQLException refused = new SQLException("Key (email)=(a@b.example) exists\nevent=b", "23505");
    BatchUpdateException batch =
        new BatchUpdateException(
            "Batch entry 0: " + refused.getMessage(), "23505", 0, new int[0], refused);
    LoggingEvent event = event("io.ledgerway.x.Y", "event=a");
    event.setThrowableProxy(
        new ch.qos.logback.classic.spi.ThrowableProxy(
            new IllegalStateException(
                "it failed",
                new DataIntegrityViolationException("SQL []; " + batch.getMessage(), batch))));

    var failure = new LoggedEvent(event).getThrowableProxy();

    assertThat(failure.getMessage()).isEqualTo("it failed");
    assertThat(failure.getCause().getMessage()).isEqualTo("SQL []; SQLState 23505");
    assertThat(failure.getCause().getCause().getMessage()).isEqualTo("SQLState 23505");
    assertThat(failure.getCause().getCause().getCause().getMessage()).isEqualTo("SQLState 23505");
  }

  @Test
  void what_is_no_matter_of_a_row_is_logged_in_the_databases_words() {
    LoggingEvent event = event("io.ledgerway.x.Y", "event=a");
    event.setThrowableProxy(
        new ch.qos.logback.classic.spi.ThrowableProxy(
            new SQLException("relation \"x\" does not exist\nevent=b", "42P01")));

    assertThat(new LoggedEvent(event).getThrowableProxy().getMessage())
        .isEqualTo("relation \"x\" does not exist\n\tevent=b");
  }

  private static String line(String words, Object... values) {
    return new LoggedEvent(event("io.ledgerway.x.Y", words, values)).getFormattedMessage();
  }

  private static LoggingEvent event(String logger, String words, Object... values) {
    return new LoggingEvent(
        "test", (Logger) LoggerFactory.getLogger(logger), Level.INFO, words, null, values);
  }
}
