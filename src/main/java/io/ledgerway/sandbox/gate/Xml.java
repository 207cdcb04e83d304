package io.ledgerway.sandbox.gate;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.sandbox.http.Answer;
import io.ledgerway.sandbox.http.Json;
import io.ledgerway.sandbox.http.XmlNames;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * XML is what the Accounting API answers unless JSON is asked for (xero-api.md 2.1). The shape
 * follows from the JSON; a client is not meant to rely on it beyond noticing that it is not JSON.
 */
final class Xml {

  private static final Pattern DATE = Pattern.compile("/Date\\((-?\\d+)(?:\\+0000)?\\)/");

  private Xml() {}

  static boolean isWanted(String accept) {
    return accept == null || !accept.toLowerCase(Locale.ROOT).contains("application/json");
  }

  static Answer of(Answer answer) {
    boolean json =
        answer.contentType() != null && answer.contentType().startsWith("application/json");
    if (!json || answer.status() == 401 || answer.status() == 403) {
      return answer;
    }
    StringBuilder xml = new StringBuilder();
    element(xml, answer.status() == 200 ? "Response" : "ApiException", Json.parse(answer.body()));
    return new Answer(
        answer.status(),
        "text/xml; charset=utf-8",
        xml.toString().getBytes(StandardCharsets.UTF_8),
        answer.headers(),
        answer.elements());
  }

  private static void element(StringBuilder xml, String name, JsonNode value) {
    xml.append('<').append(name).append('>');
    if (value.isObject()) {
      value.fields().forEachRemaining(field -> element(xml, field.getKey(), field.getValue()));
    } else if (value.isArray()) {
      value.forEach(one -> element(xml, XmlNames.singular(name), one));
    } else if (!value.isNull()) {
      text(xml, value.asText());
    }
    xml.append("</").append(name).append('>');
  }

  private static void text(StringBuilder xml, String text) {
    Matcher date = DATE.matcher(text);
    String plain =
        date.matches()
            ? Instant.ofEpochMilli(Long.parseLong(date.group(1)))
                .atOffset(ZoneOffset.UTC)
                .toLocalDateTime()
                .toString()
            : text;
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      switch (c) {
        case '<' -> xml.append("&lt;");
        case '>' -> xml.append("&gt;");
        case '&' -> xml.append("&amp;");
        default -> xml.append(c < ' ' && c != '\n' && c != '\t' ? ' ' : c);
      }
    }
  }
}
