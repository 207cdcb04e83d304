package io.ledgerway.intake;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Records that somebody crafted, at the step that reads and the one that judges them. */
@Timeout(20)
class PoisonedEventsTest {

  private static final String GOOD =
      """
      {"id": "exp-1", "version": 1, "company": "acme", "paidBy": "card", "card": "card-1",
       "employee": {"email": "ana@acme.example"}, "date": "2026-11-20", "currency": "NZD",
       "lines": [{"id": "l1", "amount": 12.50, "category": "c1"}], "unknown": [1e300, "🍣"]}
      """;

  private final ReadEvent read = new ReadEvent();
  private final EventSchemas schemas = new EventSchemas(() -> Path.of("routes"));
  private final ValidateEvent expense =
      new ValidateEvent(schemas, "perk/schemas/expense.v1.schema.json", false);
  private final ValidateEvent user =
      new ValidateEvent(schemas, "perk/schemas/user.v1.schema.json", false);

  @Test
  void a_good_event_is_read_as_it_came_and_a_byte_order_mark_is_skipped() {
    for (String sent : new String[] {GOOD, "\uFEFF" + GOOD}) {
      Exchange exchange = taken(sent.getBytes(UTF_8), expense);
      assertThat(exchange.getVariable(ReadEvent.TEXT, String.class)).isEqualTo(GOOD);
      assertThat(exchange.getMessage().getBody(JsonNode.class).at("/lines/0/amount").decimalValue())
          .isEqualTo("12.50");
    }
  }

  @Test
  void a_value_of_the_wrong_form_is_named_without_a_regular_expression() {
    byte[] event =
        GOOD.replaceFirst("\"currency\": ?\"[A-Z]+\"", "\"currency\":\"nzd!\"").getBytes(UTF_8);
    assertThatThrownBy(() -> taken(event, expense))
        .hasMessageContaining("/currency: is not of the form that its schema describes")
        .hasMessageNotContaining("^[");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("poison")
  void poison_is_refused_at_once_with_its_reason(String what, String code, byte[] value) {
    assertThatThrownBy(() -> taken(value, expense))
        .satisfies(refused -> assertThat(reason(refused)).isEqualTo(code));
  }

  static Stream<Arguments> poison() {
    return Stream.of(
        number("1e99999999"),
        number("1e2147483648"),
        number("1e999999"),
        number("-1e-999999999"),
        Arguments.of(
            "a number in a field that nobody knows",
            "NUMBER_OUT_OF_RANGE",
            GOOD.replace("1e300", "[[1e2147483647]]").getBytes(UTF_8)),
        encoded(UTF_16, "NOT_UTF8"),
        encoded(UTF_16LE, "NOT_UTF8"),
        encoded(Charset.forName("UTF-32"), "NOT_UTF8"),
        encoded(Charset.forName("UTF-32LE"), "NOT_UTF8"),
        Arguments.of("an overlong slash", "NOT_UTF8", bytes(GOOD, 0xC0, 0xAF)),
        Arguments.of("a surrogate in UTF-8", "NOT_UTF8", bytes(GOOD, 0xED, 0xA0, 0x80)),
        Arguments.of("Latin-1", "NOT_UTF8", bytes(GOOD, 0xE9)),
        text("acme", "acme\\u0000"),
        text("exp-1", "\\ud800x"),
        text("exp-1", "x\\udc00"),
        text("ana@acme.example", "ana@acme.example\\u0000"),
        Arguments.of(
            "a NUL in the name of a field",
            "TEXT_NOT_STORABLE",
            GOOD.replace("unknown", "un\\u0000known").getBytes(UTF_8)),
        Arguments.of(
            "half a megabyte of empty lines",
            "NOT_OF_SCHEMA",
            GOOD.replaceFirst("\\[\\{.*?}]", "[" + "{},".repeat(170_000) + "{}]").getBytes(UTF_8)),
        Arguments.of(
            "a day that no calendar has",
            "NOT_OF_SCHEMA",
            GOOD.replace("2026-11-20", "2026-02-29").getBytes(UTF_8)),
        Arguments.of(
            "brackets without end",
            "EVENT_TOO_COMPLEX",
            GOOD.replace("1e300", "[".repeat(400_000)).getBytes(UTF_8)),
        Arguments.of(
            "a field that stands twice",
            "DUPLICATE_FIELD",
            GOOD.replaceFirst("\\{", "{\"id\":\"x\",").getBytes(UTF_8)),
        Arguments.of("half an event", "NOT_JSON", GOOD.substring(0, 50).getBytes(UTF_8)));
  }

  @Test
  void a_user_with_a_nul_in_the_e_mail_or_name_is_refused() {
    String good =
        "{\"id\":\"u1\",\"company\":\"acme\",\"email\":\"a@b.c\",\"active\":true,\"firstName\":\"Ana\"}";
    taken(good.getBytes(UTF_8), user);
    for (String field : new String[] {"a@b.c", "Ana", "acme"}) {
      assertThatThrownBy(() -> taken(good.replace(field, field + "\\u0000").getBytes(UTF_8), user))
          .satisfies(refused -> assertThat(reason(refused)).isEqualTo("TEXT_NOT_STORABLE"));
    }
  }

  @Test
  void what_is_told_of_half_a_million_mistakes_is_short_and_names_the_first() {
    byte[] lines =
        GOOD.replaceFirst("\\[\\{.*?}]", "[" + "{},".repeat(170_000) + "{}]").getBytes(UTF_8);
    long begin = System.nanoTime();
    assertThatThrownBy(() -> taken(lines, expense))
        .hasMessageContaining("/lines/0: required property 'amount'")
        .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(7_000));
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
  }

  private Exchange taken(byte[] value, ValidateEvent schema) {
    Exchange exchange = new DefaultExchange(new DefaultCamelContext());
    exchange.getMessage().setBody(value);
    read.process(exchange);
    schema.process(exchange);
    return exchange;
  }

  private static String reason(Throwable refused) {
    return ((RefusedRecordException) refused).code();
  }

  private static Arguments number(String number) {
    return Arguments.of(
        number + " where there is a choice of words",
        "NUMBER_OUT_OF_RANGE",
        GOOD.replace("\"card\", \"card\"", number + ", \"card\"").getBytes(UTF_8));
  }

  private static Arguments text(String good, String bad) {
    return Arguments.of(bad, "TEXT_NOT_STORABLE", GOOD.replace(good, bad).getBytes(UTF_8));
  }

  private static Arguments encoded(Charset charset, String code) {
    return Arguments.of(charset.name(), code, GOOD.getBytes(charset));
  }

  /** The good event with these bytes inside its unknown text. */
  private static byte[] bytes(String good, int... inside) {
    byte[] value = good.replace("🍣", "x".repeat(inside.length)).getBytes(UTF_8);
    int at = new String(value, UTF_8).lastIndexOf('x') - inside.length + 1;
    for (int i = 0; i < inside.length; i++) {
      value[at + i] = (byte) inside[i];
    }
    return value;
  }
}
