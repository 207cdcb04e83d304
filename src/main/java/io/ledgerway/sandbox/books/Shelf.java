package io.ledgerway.sandbox.books;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** All records of one kind in one organisation, in the order of their last change. Thread-safe. */
public final class Shelf<T extends Kept> {

  private static final Comparator<Kept> BY_CHANGE =
      Comparator.comparingLong(Kept::updated).thenComparing(Kept::id, Shelf::asText);

  private final Map<UUID, T> byId = new LinkedHashMap<>();
  private final Function<T, String> key;
  private final Map<String, T> byKey = new HashMap<>();
  private List<T> sorted = List.of();
  private boolean stale;

  public Shelf() {
    this(record -> null);
  }

  /**
   * @param key a value by which {@link #find} finds the record in any case; null leaves it out
   */
  public Shelf(Function<T, String> key) {
    this.key = key;
  }

  public synchronized void put(T record) {
    // Taken out first, so that the order of the map stays close to the order of change.
    T before = byId.remove(record.id());
    if (before != null) {
      byKey.remove(keyOf(before), before);
    }
    byId.put(record.id(), record);
    String found = keyOf(record);
    if (found != null) {
      byKey.put(found, record);
    }
    stale = true;
  }

  public synchronized void remove(UUID id) {
    T before = byId.remove(id);
    if (before != null) {
      byKey.remove(keyOf(before), before);
      stale = true;
    }
  }

  synchronized void copyFrom(Shelf<T> other) {
    other.all().forEach(this::put);
  }

  /** Null when there is none. */
  public synchronized T get(UUID id) {
    return byId.get(id);
  }

  /** Null when there is none. */
  public synchronized T find(String value) {
    return value == null ? null : byKey.get(value.toLowerCase(Locale.ROOT));
  }

  /** A snapshot by change date, then id. */
  public synchronized List<T> all() {
    if (stale) {
      List<T> fresh = new ArrayList<>(byId.values());
      fresh.sort(BY_CHANGE);
      sorted = fresh;
      stale = false;
    }
    return sorted;
  }

  public synchronized int size() {
    return byId.size();
  }

  /** As their texts would be compared, without making them. */
  private static int asText(UUID one, UUID other) {
    int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
    return high != 0
        ? high
        : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
  }

  private String keyOf(T record) {
    String value = key.apply(record);
    return value == null ? null : value.toLowerCase(Locale.ROOT);
  }
}
