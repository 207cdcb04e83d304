package io.ledgerway.routes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The steps of a route at every depth, in the order in which they are written. */
final class Steps {

  /** One step: the EIP's name, its body (a map when it is written canonically). */
  record Step(String name, Object body) {

    @SuppressWarnings("unchecked")
    Map<String, Object> options() {
      return body instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    String uri() {
      return String.valueOf(body instanceof String uri ? uri : options().getOrDefault("uri", ""));
    }
  }

  /** Where steps can stand besides {@code steps} itself. */
  private static final Set<String> BRANCHES = Set.of("when", "otherwise", "doCatch", "doFinally");

  private Steps() {}

  static List<Step> of(Map<String, Object> route) {
    List<Step> found = new ArrayList<>();
    if (route.get("from") instanceof Map<?, ?> from) {
      collect(from, found);
    }
    return found;
  }

  private static void collect(Map<?, ?> body, List<Step> found) {
    if (body.get("steps") instanceof List<?> steps) {
      for (Object step : steps) {
        if (step instanceof Map<?, ?> map && map.size() == 1) {
          Map.Entry<?, ?> entry = map.entrySet().iterator().next();
          found.add(new Step(String.valueOf(entry.getKey()), entry.getValue()));
          if (entry.getValue() instanceof Map<?, ?> inner) {
            collect(inner, found);
          }
        } else {
          found.add(new Step(String.valueOf(step), step));
        }
      }
    }
    for (String branch : BRANCHES) {
      Object value = body.get(branch);
      if (value instanceof Map<?, ?> map) {
        collect(map, found);
      } else if (value instanceof List<?> list) {
        list.forEach(
            element -> {
              if (element instanceof Map<?, ?> map) {
                collect(map, found);
              }
            });
      }
    }
  }
}
