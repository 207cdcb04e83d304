package io.ledgerway.mapping;

import io.ledgerway.mapping.Trace.Call;
import io.ledgerway.mapping.Trace.Read;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a value is made of, while it is being found out. Each list is bounded. */
final class Sourced {

  private static final int MOST = 100;

  private final Map<String, Entry> reads = new LinkedHashMap<>();
  private final Set<Call> calls = new LinkedHashSet<>();
  private boolean more;

  /** With the very object that was read, by which it is known again. */
  private record Entry(String path, Object value, boolean decides) {}

  static Sourced ofRead(String path, Object value) {
    Sourced one = new Sourced();
    one.reads.put(path, new Entry(path, value, false));
    return one;
  }

  void add(Sourced other) {
    other.reads.values().forEach(this::read);
    other.calls.forEach(this::call);
    more |= other.more;
  }

  /** It was only asked what to do. */
  void addDeciding(Sourced other) {
    other.reads.values().forEach(each -> read(new Entry(each.path, each.value, true)));
    other.calls.forEach(this::call);
    more |= other.more;
  }

  private void read(Entry entry) {
    Entry known = reads.get(entry.path);
    if (known == null && reads.size() >= MOST) {
      more = true;
    } else if (known == null || known.decides && !entry.decides) {
      reads.put(entry.path, entry);
    }
  }

  void call(Call call) {
    if (calls.size() < MOST) {
      calls.add(call);
    } else {
      more |= !calls.contains(call);
    }
  }

  /** What of it is that very object. */
  Sourced only(Object value) {
    Sourced found = new Sourced();
    for (Entry each : reads.values()) {
      if (each.value == value) {
        found.read(each);
      }
    }
    return found;
  }

  boolean isEmpty() {
    return reads.isEmpty() && calls.isEmpty();
  }

  /** Without the objects and lists that were only passed on the way to a value in them. */
  void dropPassed() {
    reads
        .values()
        .removeIf(
            each ->
                isContainer(each.value)
                    && reads.keySet().stream()
                        .anyMatch(
                            path ->
                                path.startsWith(each.path + ".")
                                    || path.startsWith(each.path + "[")
                                    || each.path.isEmpty() && !path.isEmpty()));
  }

  Trace.Origin told() {
    return new Trace.Origin(
        reads.values().stream()
            .map(each -> new Read(each.path, plain(each.value), each.decides))
            .toList(),
        List.copyOf(calls),
        more);
  }

  static Object plain(Object value) {
    return isContainer(value) ? null : Documents.exact(value);
  }

  static boolean isContainer(Object value) {
    return value instanceof Map || value instanceof List;
  }
}
