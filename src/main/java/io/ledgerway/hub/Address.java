package io.ledgerway.hub;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * The address of a page with what it is given: a view lives in it, so that it can be shared.
 * Immutable.
 */
record Address(String path, Map<String, String> values) {

  static Address of(String path, Visit visit) {
    return new Address(path, Map.of()).with("company", visit.company().id());
  }

  /** Null and blank take it away. */
  Address with(String name, Object value) {
    Map<String, String> changed = new LinkedHashMap<>(values);
    changed.remove(name);
    String text = Objects.toString(value, "");
    if (!text.isBlank()) {
      changed.put(name, text);
    }
    return new Address(path, changed);
  }

  Address without(String... names) {
    Address changed = this;
    for (String name : names) {
      changed = changed.with(name, null);
    }
    return changed;
  }

  Address at(String other) {
    return new Address(other, values);
  }

  @Override
  public String toString() {
    UriComponentsBuilder uri = UriComponentsBuilder.fromPath(path);
    values.forEach(
        (name, value) -> uri.queryParam(name, UriUtils.encode(value, StandardCharsets.UTF_8)));
    return uri.build(true).toUriString();
  }
}
