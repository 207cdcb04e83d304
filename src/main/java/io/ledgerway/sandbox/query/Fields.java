package io.ledgerway.sandbox.query;

import io.ledgerway.sandbox.http.Refusal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * What {@code where} and {@code order} may name on one kind of record. Values are text, Boolean,
 * BigDecimal, UUID, LocalDate, Instant, or null. Filled once, then read only.
 */
public final class Fields<T> {

  private final String type;
  private final Map<String, Function<T, Object>> byName = new HashMap<>();

  /**
   * @param type the singular name, for error messages
   */
  public Fields(String type) {
    this.type = type;
  }

  public Fields<T> with(String name, Function<T, Object> value) {
    byName.put(name.toLowerCase(Locale.ROOT), value);
    return this;
  }

  /**
   * @throws Refusal 400 QueryParseException when there is no such field
   */
  Function<T, Object> get(String name, int at) {
    Function<T, Object> field = byName.get(name.toLowerCase(Locale.ROOT));
    if (field == null) {
      throw Refusal.query(
          "No property or field '%s' exists in type '%s' (at index %d)".formatted(name, type, at));
    }
    return field;
  }
}
