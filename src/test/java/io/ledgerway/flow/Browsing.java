package io.ledgerway.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A person with a browser that keeps its cookie, and follows no redirect unasked. */
final class Browsing {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Pattern TOKEN =
      Pattern.compile(
          "name=\"_csrf\"[^>]*value=\"([^\"]+)\"|value=\"([^\"]+)\"[^>]*name=\"_csrf\"");

  /**
   * What came back.
   *
   * @param location path and query of where it leads; null when it is no redirect
   */
  record Answer(int status, String location, String body, HttpResponse<String> response) {

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  private final URI engine;
  private String cookie;
  private String token = "";

  Browsing(URI engine) {
    this.engine = engine;
  }

  String cookie() {
    return cookie;
  }

  void take(String stolen) {
    this.cookie = stolen;
  }

  Answer signIn(String login, String password, String to) {
    get("/sign-in");
    Answer answer = post("/sign-in", Map.of("login", login, "password", password, "to", to));
    if (answer.location() != null && !answer.location().startsWith("/sign-in")) {
      get("/new-password");
    }
    return answer;
  }

  Answer get(String path, String... headers) {
    Answer answer = send(request(path, headers).GET().build());
    Matcher found = TOKEN.matcher(answer.body());
    if (found.find()) {
      token = found.group(1) == null ? found.group(2) : found.group(1);
    }
    return answer;
  }

  /** A form of the page that was opened last. */
  Answer post(String path, Map<String, String> fields) {
    Map<String, String> all = new HashMap<>(fields);
    all.put("_csrf", token);
    return postAsElsewhere(path, all);
  }

  /** A form that knows no token. */
  Answer postAsElsewhere(String path, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        request(path, "Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(engine + path));
    request.header("Accept", "text/html, */*;q=0.5");
    if (cookie != null) {
      request.header("Cookie", cookie);
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return request;
  }

  private Answer send(HttpRequest request) {
    try {
      HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
      response
          .headers()
          .firstValue("Set-Cookie")
          .ifPresent(set -> cookie = set.substring(0, set.indexOf(';')));
      String location = response.headers().firstValue("Location").orElse(null);
      return new Answer(
          response.statusCode(),
          location == null ? null : location.replaceFirst("^https?://[^/]*", ""),
          response.body(),
          response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
