package io.ledgerway.sandbox.control;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What {@code switches.txt} says of each switch, for {@code /sandbox/docs}. */
final class SwitchTexts {

  /**
   * @param path may hold an example of a variable that is this line's alone: {@code
   *     {kind=Invoices}}
   * @param example of the body; empty when there is none
   */
  record Text(HttpMethod method, String path, String group, String summary, String example) {

    String template() {
      return OWN_EXAMPLE.matcher(path).replaceAll("{$1}");
    }

    String own(String variable, String otherwise) {
      return OWN_EXAMPLE
          .matcher(path)
          .results()
          .filter(found -> found.group(1).equals(variable))
          .map(found -> found.group(2))
          .findFirst()
          .orElse(otherwise);
    }
  }

  private static final Pattern OWN_EXAMPLE = Pattern.compile("\\{(\\w+)=([^}]*)}");

  private final List<Text> texts = new ArrayList<>();
  private final Map<String, String> variables = new LinkedHashMap<>();

  SwitchTexts() {
    try (InputStream file = SwitchTexts.class.getResourceAsStream("/sandbox/switches.txt")) {
      new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(this::read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(String line) {
    if (line.startsWith("@")) {
      String[] words = line.substring(1).split(" ", 2);
      variables.put(words[0], words[1]);
    } else if (!line.isBlank() && !line.startsWith("#")) {
      String[] cells = line.split(" *\\| *", 4);
      String[] call = cells[0].split(" ", 2);
      texts.add(new Text(HttpMethod.valueOf(call[0]), call[1], cells[1], cells[2], cells[3]));
    }
  }

  void describe(OpenAPI api) {
    for (Text text : texts) {
      PathItem path = api.getPaths().get(text.template());
      Operation operation = path == null ? null : path.readOperationsMap().get(text.method());
      if (operation == null) {
        throw new IllegalStateException(
            "switches.txt describes what is not there: " + text.method() + " " + text.path());
      }
      operation.tags(List.of(text.group())).summary(text.summary());
      if (!text.example().isEmpty()) {
        MediaType body = operation.getRequestBody().getContent().values().iterator().next();
        body.setExample(text.example());
      }
      if (operation.getParameters() != null) {
        operation.getParameters().stream()
            .filter(parameter -> "path".equals(parameter.getIn()))
            .forEach(
                parameter ->
                    parameter.setExample(
                        text.own(parameter.getName(), variables.get(parameter.getName()))));
      }
    }
    // In the order of the file, which is the one they are needed in.
    api.setTags(
        texts.stream().map(Text::group).distinct().map(group -> new Tag().name(group)).toList());
  }
}
