package io.ledgerway.sandbox.expensify.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerway.sandbox.http.Json;
import io.ledgerway.sandbox.http.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The form that every request is: a description in JSON, and beside it a template or a file.
 *
 * @param description null when it is not there or no JSON object
 * @param template null when there is none
 */
record Form(JsonNode description, String template) {

  static final Form UNREADABLE = new Form(null, null);

  private static final int LARGEST = 10 * 1024 * 1024;

  static Form read(HttpServletRequest request) throws IOException {
    byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
    String type = String.valueOf(request.getContentType());
    if (body.length > LARGEST || !type.startsWith("application/x-www-form-urlencoded")) {
      return UNREADABLE;
    }
    try {
      Map<String, String> fields = fields(new String(body, StandardCharsets.UTF_8));
      String text = fields.get("requestJobDescription");
      JsonNode description =
          text == null ? null : Json.parse(text.getBytes(StandardCharsets.UTF_8));
      return description != null && description.isObject()
          ? new Form(description, fields.get("template"))
          : UNREADABLE;
    } catch (IllegalArgumentException | Refusal e) {
      return UNREADABLE;
    }
  }

  private static Map<String, String> fields(String body) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String pair : body.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.put(
            URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return fields;
  }

  boolean isReadable() {
    return description != null;
  }

  /** Empty when none is given. */
  String credential() {
    return isReadable() ? description.at("/credentials/partnerUserID").asText("") : "";
  }

  String secret() {
    return description.at("/credentials/partnerUserSecret").asText("");
  }

  /** What may be kept of it: all but the secret. What cannot be read is not kept at all. */
  String withoutSecret() {
    if (!isReadable()) {
      return "";
    }
    JsonNode copy = description.deepCopy();
    if (copy.path("credentials") instanceof ObjectNode credentials) {
      credentials.put("partnerUserSecret", "…");
    }
    return copy.toPrettyString() + (template == null ? "" : "\n\n" + template);
  }
}
