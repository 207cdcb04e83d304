package io.ledgerway.polling;

import io.ledgerway.problem.LedgerwayException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A request as a mapping describes it: {@code method}, {@code path}, {@code query}, {@code
 * headers}, and {@code form} or {@code json}. Where it says {@code {"$secret": name}} or {@code
 * {"$file": path}}, the secret, or the text of the file below the folder of routes, is put on the
 * wire, and nowhere else. Used by one thread.
 */
class OutgoingRequest {

  private static final Duration LONGEST = Duration.ofSeconds(90);

  private final Map<?, ?> described;
  private final Map<String, String> secrets;
  private final Path files;

  OutgoingRequest(Map<?, ?> described, Map<String, String> secrets, Path files) {
    this.described = described;
    this.secrets = secrets;
    this.files = files;
  }

  /**
   * @throws LedgerwayException {@code REQUEST_NOT_WRITTEN} when it names what is not there
   */
  HttpRequest to(String url) {
    StringBuilder address = new StringBuilder(url).append(text(described.get("path"), ""));
    String query = pairs(filled(described.get("query")));
    if (!query.isEmpty()) {
      address.append('?').append(query);
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address.toString())).timeout(LONGEST);
    if (filled(described.get("headers")) instanceof Map<?, ?> headers) {
      headers.forEach((name, value) -> request.header((String) name, text(value, "")));
    }
    if (described.get("form") != null) {
      request
          .header("Content-Type", "application/x-www-form-urlencoded")
          .method(
              text(described.get("method"), "POST"),
              BodyPublishers.ofString(pairs(filled(described.get("form")))));
    } else if (described.get("json") != null) {
      request
          .header("Content-Type", "application/json")
          .method(
              text(described.get("method"), "POST"),
              BodyPublishers.ofString(PollJson.write(filled(described.get("json")))));
    } else {
      request.method(text(described.get("method"), "GET"), BodyPublishers.noBody());
    }
    return request.build();
  }

  private Object filled(Object value) {
    if (value instanceof List<?> list) {
      List<Object> copy = new ArrayList<>();
      list.forEach(each -> copy.add(filled(each)));
      return copy;
    }
    if (!(value instanceof Map<?, ?> map)) {
      return value;
    }
    if (map.size() == 1 && map.containsKey("$secret")) {
      String secret = secrets.get(text(map.get("$secret"), ""));
      if (secret == null) {
        throw wrong("there is no secret '" + map.get("$secret") + "'");
      }
      return secret;
    }
    if (map.size() == 1 && map.containsKey("$file")) {
      return file(text(map.get("$file"), ""));
    }
    Map<String, Object> copy = new LinkedHashMap<>();
    map.forEach((name, each) -> copy.put((String) name, filled(each)));
    return copy;
  }

  private String file(String name) {
    Path file = files.resolve(name).normalize();
    if (!file.startsWith(files.normalize())) {
      throw wrong("the file '" + name + "' is outside of the folder of routes");
    }
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw wrong("the file '" + name + "' cannot be read below the folder of routes");
    }
  }

  /** Objects and lists among the values are written as JSON. */
  private static String pairs(Object values) {
    if (!(values instanceof Map<?, ?> map)) {
      return "";
    }
    return map.entrySet().stream()
        .filter(pair -> pair.getValue() != null)
        .map(pair -> encoded(pair.getKey()) + "=" + encoded(pair.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(Object value) {
    String text =
        value instanceof Map || value instanceof List ? PollJson.write(value) : text(value, "");
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String text(Object value, String otherwise) {
    return value == null
        ? otherwise
        : value instanceof java.math.BigDecimal number ? number.toPlainString() : value.toString();
  }

  private static LedgerwayException wrong(String what) {
    return new LedgerwayException(
        "REQUEST_NOT_WRITTEN",
        "The request to the source cannot be written: " + what + ".",
        "Mend the mapping of the request, or set the secret.");
  }
}
