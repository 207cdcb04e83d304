package io.ledgerway.routemap;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * An endpoint as it may be shown: without who signs in there, and without options, which may hold a
 * secret; but with those of the engine's own steps that say what a step does.
 */
final class PlainUri {

  private static final Set<String> OF_THE_ENGINE = Set.of("work", "xero", "intake", "mapping");
  private static final Set<String> TELLING =
      Set.of("bell", "every", "in", "when", "kind", "by", "method", "schema", "topic", "source");
  private static final String STATEMENT = "sql:classpath:sql/";

  private PlainUri() {}

  static String of(String uri) {
    int end = options(uri);
    String name = withoutUser(end < 0 ? uri : uri.substring(0, end));
    if (name.startsWith(STATEMENT) && name.endsWith(".sql")) {
      return "sql:" + name.substring(STATEMENT.length(), name.length() - ".sql".length());
    }
    if (end < 0 || !OF_THE_ENGINE.contains(scheme(name))) {
      return name;
    }
    List<String> shown = new ArrayList<>();
    for (String option : uri.substring(end + 1).split("&")) {
      int equals = option.indexOf('=');
      if (equals > 0 && TELLING.contains(option.substring(0, equals)) && !option.contains("RAW(")) {
        shown.add(option);
      }
    }
    return shown.isEmpty() ? name : name + "?" + String.join("&", shown);
  }

  /** By which two endpoints are told to be the same place. */
  static String place(String uri) {
    int end = options(uri);
    return (end < 0 ? uri : uri.substring(0, end)).replace("://", ":");
  }

  /** The value of an option; null without it. */
  static String option(String uri, String name) {
    int end = options(uri);
    if (end >= 0) {
      for (String option : uri.substring(end + 1).split("&")) {
        if (option.startsWith(name + "=")) {
          return option.substring(name.length() + 1);
        }
      }
    }
    return null;
  }

  static String scheme(String uri) {
    int colon = uri.indexOf(':');
    return colon < 0 ? uri : uri.substring(0, colon);
  }

  /** Where its options begin; a question mark within an expression begins none. */
  private static int options(String uri) {
    int depth = 0;
    for (int i = 0; i < uri.length(); i++) {
      if (uri.startsWith("${", i) || uri.startsWith("{{", i)) {
        depth++;
        i++;
      } else if (uri.charAt(i) == '}' && depth > 0) {
        depth--;
        i += uri.startsWith("}}", i) ? 1 : 0;
      } else if (uri.charAt(i) == '?' && depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /** {@code scheme:user:password@host}, with slashes or without. */
  private static String withoutUser(String name) {
    int at = name.lastIndexOf('@');
    int colon = name.indexOf(':');
    return at < 0 || colon < 0
        ? name
        : name.substring(0, colon + 1)
            + (name.startsWith("//", colon + 1) ? "//" : "")
            + name.substring(at + 1);
  }
}
