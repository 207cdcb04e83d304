package io.ledgerway.posting;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerway.problem.Problem;
import io.ledgerway.problem.Problem.Actor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemsJsonTest {

  @ParameterizedTest
  @CsvSource({"\\u0000, \\u0000", "a\\, a\\", "日本, 日本"})
  void what_is_written_down_can_be_read_again_whatever_its_words(String words, String read) {
    assertThat(ProblemsJson.read(ProblemsJson.write(List.of(problem(words)))))
        .containsExactly(problem(read));
  }

  @Test
  void what_no_database_holds_is_replaced() {
    assertThat(ProblemsJson.read(ProblemsJson.write(List.of(problem("a\0b\ud800")))))
        .containsExactly(problem("a\ufffdb\ufffd"));
    assertThat(ProblemsJson.keys(List.of(problem("a\0\nb")))).isEqualTo("card:a\ufffd b");
  }

  private static Problem problem(String words) {
    return new Problem("CODE", words, Actor.ADMIN, words, List.of("card:" + words), words, words);
  }
}
