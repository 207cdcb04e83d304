package io.ledgerway.trace;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {

  private static final String ID = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String GOOD = "00-" + ID + "-00f067aa0ba902b7-01";

  @Test
  void what_a_record_says_is_kept_and_passed_on_as_it_came() {
    TraceContext context = of(List.of(GOOD), List.of("a=1,b@v=2"));

    assertThat(context.id()).isEqualTo(ID);
    assertThat(context.isKept()).isTrue();
    assertThat(context.text()).isEqualTo(GOOD + " a=1,b@v=2");
    assertThat(TraceContext.read(context.text()).headers())
        .isEqualTo(Map.of("traceparent", GOOD, "tracestate", "a=1,b@v=2"));
    assertThat(TraceContext.idIn(context.text())).isEqualTo(ID);
    assertThat(TraceContext.read(GOOD).text()).isEqualTo(GOOD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00",
        "00-4bf92f3577b34da6a3ce929d0e0e473-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e47366-00f067aa0ba902b7-01",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e473g-00f067aa0ba902b7-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00F067AA0BA902B7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-0",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\u0000",
        "\u00e900-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "'; drop table posting; --"
      })
  void what_is_no_trace_is_none(String crafted) {
    assertThat(of(List.of(crafted), List.of())).isNull();
  }

  @Test
  void what_is_far_too_long_or_comes_twice_is_none() {
    assertThat(of(List.of(GOOD + "x".repeat(1_000_000)), List.of())).isNull();
    assertThat(of(List.of(GOOD, GOOD), List.of())).isNull();
    assertThat(of(List.of(), List.of("a=1"))).isNull();
  }

  @Test
  void a_state_that_is_none_costs_the_state_alone() {
    for (String crafted :
        List.of("a=" + "x".repeat(1_000_000), "a", "=,=", "a=1\u0000", "A=1", "a=\u00e9")) {
      assertThat(of(List.of(GOOD), List.of(crafted)).text()).as(crafted).isEqualTo(GOOD);
    }
    assertThat(of(List.of(GOOD), List.of("a=1", "b=2")).text()).isEqualTo(GOOD);
  }

  @Test
  void a_row_that_says_none_has_none() {
    assertThat(TraceContext.read(null)).isNull();
    assertThat(TraceContext.read("nothing of the kind")).isNull();
    assertThat(TraceContext.idIn(null)).isNull();
  }

  private static TraceContext of(List<String> parents, List<String> states) {
    return TraceContext.of(bytes(parents), bytes(states));
  }

  private static List<byte[]> bytes(List<String> values) {
    return Stream.of(values.toArray(String[]::new)).map(one -> one.getBytes(ISO_8859_1)).toList();
  }
}
