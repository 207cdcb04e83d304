package io.ledgerway.retention;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SensibleKeepTest {

  @Test
  void the_settings_as_they_come_are_taken() {
    assertThatCode(() -> check(Map.of())).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          contents        | 0d     | ledgerway.keep.contents is 0s, less than the 30 days that the engine needs.
          contents        | -395d  | ledgerway.keep.contents is -395 days, less than
          contents        | 30     | ledgerway.keep.contents is 0.03s, less than
          contents        | 3000d  | ledgerway.keep.contents (3000 days) is longer than ledgerway.keep.evidence (2557 days).
          evidence        | 30d    | less than the 366 days
          reads           | 1d     | less than the 2 days
          changes         | 1d     | less than the 7 days
          letters         | 20d    | ledgerway.keep.letters-entered (30 days) is longer than ledgerway.keep.letters (20 days).
          letters-entered | 1h     | less than the 1 days
          readings        | 99999d | more than 36525 days
          requests        | 1m     | less than the 1h
          every           | 0s     | less than the 1s
          pause           | 2m     | more than 1m
          """)
  void nonsense_is_refused_in_a_plain_sentence(String name, String value, String says) {
    assertThatThrownBy(() -> check(Map.of(name, value))).hasMessageContaining(says);
  }

  private static void check(Map<String, String> other) {
    MapConfigurationPropertySource source = new MapConfigurationPropertySource(Sweeps.settings());
    other.forEach((name, value) -> source.put("ledgerway.keep." + name, value));
    Keep keep = new Binder(source).bind("ledgerway.keep", Keep.class).get();
    new SensibleKeep(keep).afterPropertiesSet();
  }
}
