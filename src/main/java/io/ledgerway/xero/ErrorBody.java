package io.ledgerway.xero;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The body of an answer that is no success. It may be JSON in one of several shapes, with names in
 * any case, or plain text, or a page of HTML (xero-api.md 6.3 to 6.6).
 */
final class ErrorBody {

  private static final String GENERIC = "A validation exception occurred";

  private final Map<String, Object> fields;
  private final String text;

  private ErrorBody(Map<String, Object> fields, String text) {
    this.fields = fields;
    this.text = text;
  }

  static ErrorBody of(Answer answer) {
    try {
      return new ErrorBody(anyCase(XeroJson.read(answer.body())), "");
    } catch (IOException e) {
      return new ErrorBody(null, answer.text());
    }
  }

  boolean isJson() {
    return fields != null;
  }

  /**
   * Whether it has the shape in which Xero refuses documents (xero-api.md 6.3). A gateway's problem
   * details look like Xero's 401 and 403, so those names alone do not count.
   */
  boolean isWrittenByXero() {
    String type = text("Type");
    return isJson()
        && (fields.get("ErrorNumber") != null
            || fields.get("Elements") instanceof Collection<?>
            || type != null && type.endsWith("Exception"));
  }

  String text(String name) {
    return isJson() && fields.get(name) != null ? fields.get(name).toString() : null;
  }

  int number(String name) {
    return isJson() && fields.get(name) instanceof BigDecimal number ? number.intValue() : 0;
  }

  /** One sentence for a person; empty when nothing was said. */
  String detail() {
    if (!isJson()) {
      return text;
    }
    for (String name : List.of("Detail", "Message", "error_description", "error", "Title")) {
      if (text(name) != null) {
        return text(name);
      }
    }
    return "";
  }

  /** The refused elements. */
  @SuppressWarnings("unchecked")
  List<Map<String, Object>> elements() {
    List<Map<String, Object>> elements = new ArrayList<>();
    if (isJson() && fields.get("Elements") instanceof Collection<?> list) {
      list.forEach(
          element -> {
            if (element instanceof Map<?, ?> map) {
              elements.add((Map<String, Object>) map);
            }
          });
    }
    return elements;
  }

  /** Every message, wherever it is nested, each once; the general one only when it is alone. */
  List<String> messages() {
    Set<String> messages = new LinkedHashSet<>();
    if (isJson()) {
      fields.values().forEach(value -> collect(value, false, messages));
      String own = detail();
      if (!own.isEmpty() && (messages.isEmpty() || !own.startsWith(GENERIC))) {
        messages.add(own);
      }
    } else if (!text.isEmpty()) {
      messages.add(text);
    }
    return List.copyOf(messages);
  }

  private static void collect(Object value, boolean inErrors, Set<String> messages) {
    if (value instanceof Collection<?> list) {
      list.forEach(element -> collect(element, inErrors, messages));
    } else if (value instanceof Map<?, ?> map) {
      Map<String, Object> object = anyCase(map);
      if (inErrors) {
        // One sample of Xero's says Description where all others say Message.
        Object message = object.getOrDefault("Message", object.get("Description"));
        if (message != null) {
          messages.add(message.toString());
        }
      }
      object.forEach(
          (name, nested) -> collect(nested, name.equalsIgnoreCase("ValidationErrors"), messages));
    }
  }

  private static Map<String, Object> anyCase(Map<?, ?> map) {
    Map<String, Object> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    map.forEach((name, value) -> anyCase.put(String.valueOf(name), value));
    return anyCase;
  }
}
