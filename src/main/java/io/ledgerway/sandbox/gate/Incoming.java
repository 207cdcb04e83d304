package io.ledgerway.sandbox.gate;

import io.ledgerway.sandbox.http.Answer;
import io.ledgerway.sandbox.http.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A request to the Accounting API, taken apart.
 *
 * @param segments decoded, after {@code /api.xro/2.0/}; never empty
 */
record Incoming(
    HttpServletRequest request, List<String> segments, Map<String, String> query, byte[] body) {

  static final int LARGEST_BODY = 10 * 1024 * 1024;

  private static final String PREFIX = "/api.xro/2.0/";

  /**
   * @throws Refusal 400 or 404 for a path that is none, 413 for a body above 10 MB
   */
  static Incoming read(HttpServletRequest request) throws IOException {
    return new Incoming(request, segments(request), query(request.getQueryString()), body(request));
  }

  static List<String> segments(HttpServletRequest request) {
    String uri = request.getRequestURI();
    if (!uri.startsWith(PREFIX)) {
      throw Refusal.notFound();
    }
    List<String> segments = new ArrayList<>(4);
    for (String raw : uri.substring(PREFIX.length()).split("/", -1)) {
      String segment = decode(raw.replace("+", "%2B"));
      if (segment.equals("..") || segment.equals(".")) {
        throw Refusal.notFound();
      }
      segments.add(segment);
    }
    if (segments.size() > 1 && segments.get(segments.size() - 1).isEmpty()) {
      segments.remove(segments.size() - 1);
    }
    if (segments.contains("")) {
      throw Refusal.notFound();
    }
    return segments;
  }

  String header(String name) {
    return request.getHeader(name);
  }

  String method() {
    return request.getMethod();
  }

  String url() {
    return request.getRequestURI()
        + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
  }

  boolean isRead() {
    return method().equals("GET");
  }

  private static Map<String, String> query(String text) {
    if (text == null) {
      return Map.of();
    }
    Map<String, String> query = new HashMap<>();
    for (String pair : text.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        query.put(
            decode(pair.substring(0, equals)).toLowerCase(Locale.ROOT),
            decode(pair.substring(equals + 1)));
      }
    }
    return query;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw Refusal.badRequest("The address is not well encoded");
    }
  }

  private static byte[] body(HttpServletRequest request) throws IOException {
    byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
    if (body.length > LARGEST_BODY) {
      throw new Refusal(Answer.text(413, "The request is larger than 10 MB"));
    }
    return body;
  }
}
