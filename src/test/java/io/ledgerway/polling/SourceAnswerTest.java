package io.ledgerway.polling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceAnswerTest {

  @TempDir private Path folder;

  @Test
  void records_come_out_byte_for_byte_and_say_how_far_the_source_was_read() throws IOException {
    String one =
        "{\"id\": 9007199254740993123, \"approved\":\"2026-10-20 09:00:00\", \"x\": [1.10]}";
    String two =
        "{\"approved\":\"2026-10-21\",\"approver\":{\"approved\":\"2027-01-01\"},\"n\":\"\\u00e9"
            + " é\"}";

    SourceAnswer answer = answer(" [ " + one + " ,\n" + two + " ] ");

    assertThat(answer.isArray()).isTrue();
    assertThat(answer.broken()).isNull();
    assertThat(answer.until()).isEqualTo("2026-10-21");
    assertThat(texts(answer)).containsExactly(one, two);
  }

  @Test
  void an_empty_list_is_a_list() throws IOException {
    SourceAnswer answer = answer("[]");

    assertThat(answer.isArray()).isTrue();
    assertThat(answer.portions()).isExhausted();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"a\":1},{\"a\"",
        "[{\"a\":1}",
        "[{\"a\":1}]]",
        "[1]",
        "[{\"a\":1},",
        "[{\"a\":1,\"a\":2}]",
        "{\"a\":"
      })
  void what_breaks_off_is_no_list_and_says_where(String text) throws IOException {
    SourceAnswer answer = answer(text);

    assertThat(answer.isArray()).isFalse();
    assertThat(answer.object()).isNull();
    assertThat(answer.broken()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n", "a_file.json", "<html>no</html>"})
  void what_is_no_json_is_text(String text) throws IOException {
    SourceAnswer answer = answer(text);

    assertThat(answer.isArray()).isFalse();
    assertThat(answer.broken()).isNull();
    assertThat(answer.isEmpty()).isEqualTo(text.isBlank());
    assertThat(answer.beginning()).isEqualTo(text);
  }

  @Test
  void an_object_is_read_whole() throws IOException {
    assertThat(answer("{\"responseCode\":\"410\"}").object().get("responseCode")).isEqualTo("410");
  }

  @Test
  void a_span_is_read_month_by_month_to_its_last_day() {
    LocalDate last = LocalDate.of(2026, 3, 5);
    List<Window> windows = new ArrayList<>();
    for (Window each = Window.first(LocalDate.of(2026, 1, 31), last);
        each != null;
        each = each.next(last)) {
      windows.add(each);
    }

    assertThat(windows)
        .containsExactly(
            new Window(LocalDate.of(2026, 1, 31), LocalDate.of(2026, 2, 27)),
            new Window(LocalDate.of(2026, 2, 28), last));
  }

  private SourceAnswer answer(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("answer"), text);
    return SourceAnswer.read(file, "approved");
  }

  private static List<String> texts(SourceAnswer answer) {
    List<String> texts = new ArrayList<>();
    answer
        .portions()
        .forEachRemaining(
            portion ->
                portion.forEach(bytes -> texts.add(new String(bytes, StandardCharsets.UTF_8))));
    return texts;
  }
}
