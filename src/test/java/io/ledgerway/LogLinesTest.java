package io.ledgerway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Each log line has a place for each of its values, and a value for each of its places; it says
 * which event it is, and what each value is, so that whatever a value holds it is quoted as one.
 */
class LogLinesTest {

  private static final Pattern LOGGED = Pattern.compile("\\bLOG\\s*\\.\\s*[a-z]+\\(");

  @Test
  void no_line_prints_braces_or_drops_a_value() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Path file : sources()) {
      String source = Files.readString(file);
      Matcher logged = LOGGED.matcher(source);
      while (logged.find()) {
        List<String> arguments = arguments(source, logged.end());
        int places = arguments.get(0).split("\\{}", -1).length - 1;
        int values = arguments.size() - 1;
        // A throwable at the end is printed with its stack and takes no place, even if there is
        // one.
        if (places != values - (endsInThrowable(arguments, source) ? 1 : 0)) {
          wrong.add(file + ": " + arguments);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void each_line_is_an_event_with_keys_and_values() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Path file : sources()) {
      String source = Files.readString(file);
      Matcher logged = LOGGED.matcher(source);
      while (!isOfTheSandbox(file) && logged.find()) {
        String words = arguments(source, logged.end()).get(0).replaceAll("\"\\s*\\+\\s*\"", "");
        if (!words.matches("\"event=\\w+(?: \\w+=(?:\\{}|\\\\\"[^\"{}]+\\\\\"))*\"")) {
          wrong.add(file + ": " + words);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static boolean isOfTheSandbox(Path file) {
    return file.startsWith("src/main/java/io/ledgerway/sandbox");
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  private static boolean endsInThrowable(List<String> arguments, String source) {
    String last = Pattern.quote(arguments.get(arguments.size() - 1));
    return Pattern.compile("(Exception|Error|Throwable)\\s+" + last + "\\s*[,)=;]")
        .matcher(source)
        .find();
  }

  /** What stands between commas, up to the parenthesis that closes. */
  private static List<String> arguments(String source, int from) {
    List<String> arguments = new ArrayList<>();
    int depth = 1;
    boolean quoted = false;
    int begin = from;
    for (int at = from; depth > 0; at++) {
      char c = source.charAt(at);
      if (quoted) {
        at += c == '\\' ? 1 : 0;
        quoted = c != '"';
      } else if (c == '"') {
        quoted = true;
      } else if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
      }
      if (!quoted && (depth == 0 || depth == 1 && c == ',')) {
        arguments.add(source.substring(begin, at).strip());
        begin = at + 1;
      }
    }
    return arguments;
  }
}
