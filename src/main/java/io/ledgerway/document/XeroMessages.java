package io.ledgerway.document;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Xero's own words about a document, wherever in it they stand (xero-api.md 2.7, 6.3). */
public final class XeroMessages {

  private XeroMessages() {}

  /** Why Xero refused the document; empty when it did not. */
  public static List<String> errorsOf(Map<String, Object> document) {
    Set<String> found = new LinkedHashSet<>();
    collect(document, "ValidationErrors", found);
    return new ArrayList<>(found);
  }

  /** What Xero did otherwise than asked though it answered that all was well. */
  public static List<String> warningsOf(Map<String, Object> document) {
    Set<String> found = new LinkedHashSet<>();
    collect(document, "Warnings", found);
    collect(document, "ValidationErrors", found);
    return new ArrayList<>(found);
  }

  private static void collect(Object value, String name, Set<String> found) {
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, inner) -> {
            if (name.equals(key) && inner instanceof List<?> messages) {
              messages.forEach(message -> found.add(text(message)));
            } else {
              collect(inner, name, found);
            }
          });
    } else if (value instanceof List<?> list) {
      list.forEach(inner -> collect(inner, name, found));
    }
  }

  private static String text(Object message) {
    if (message instanceof Map<?, ?> map) {
      Object text = map.get("Message") == null ? map.get("Description") : map.get("Message");
      return String.valueOf(text);
    }
    return String.valueOf(message);
  }
}
