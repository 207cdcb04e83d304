package io.ledgerway.workbench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ledgerway.problem.Mistake;
import java.util.List;
import java.util.stream.Collectors;

/** How mistakes are written down. */
enum Format {
  /** A line each, {@code file:line:column: …}, and how many there are. */
  TEXT {
    @Override
    String write(List<Mistake> mistakes) {
      String lines = mistakes.stream().map(each -> each + "\n").collect(Collectors.joining());
      return mistakes.isEmpty()
          ? "Nothing is wrong.\n"
          : lines + mistakes.size() + (mistakes.size() == 1 ? " mistake.\n" : " mistakes.\n");
    }
  },
  /** A list for programs. */
  JSON {
    @Override
    String write(List<Mistake> mistakes) {
      try {
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(mistakes)
            + "\n";
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(e);
      }
    }
  },
  /** Annotations that GitHub shows beside the lines of a change. */
  GITHUB {
    @Override
    String write(List<Mistake> mistakes) {
      return mistakes.stream()
          .map(
              each ->
                  "::error file=%s,line=%d,col=%d::%s. %s%n"
                      .formatted(
                          property(each.file()),
                          Math.max(1, each.line()),
                          Math.max(1, each.column()),
                          escaped(each.what()),
                          escaped(each.fix())))
          .collect(Collectors.joining());
    }
  };

  abstract String write(List<Mistake> mistakes);

  private static String escaped(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return escaped(text).replace(":", "%3A").replace(",", "%2C");
  }
}
