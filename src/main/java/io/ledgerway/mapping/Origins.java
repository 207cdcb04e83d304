package io.ledgerway.mapping;

import io.ledgerway.mapping.Trace.At;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of the values of a run: objects and lists are known by themselves, whatever
 * variable or function they pass through.
 */
final class Origins {

  private final Map<Object, String> paths = new IdentityHashMap<>();
  private final Map<Object, Map<String, Made>> fields = new IdentityHashMap<>();
  private final Map<Object, Made> wholes = new IdentityHashMap<>();

  /** Where something was made, and of what. */
  record Made(At at, Sourced origin) {}

  /** Notes where everything in the event stands; what a mapping made for another one is known. */
  void input(Object document) {
    if (fields.isEmpty() && paths.isEmpty()) {
      input("", document);
    }
  }

  private void input(String path, Object value) {
    if (value instanceof Map<?, ?> map) {
      paths.put(value, path);
      map.forEach((key, each) -> input(path.isEmpty() ? (String) key : path + "." + key, each));
    } else if (value instanceof List<?> list) {
      paths.put(value, path);
      for (int i = 0; i < list.size(); i++) {
        input(path + "[" + i + "]", list.get(i));
      }
    }
  }

  /** What was read as a field of that object. */
  Sourced read(Object of, String name, Object value) {
    Sourced origin = new Sourced();
    String path = paths.get(of);
    if (path != null) {
      String at = path.isEmpty() ? name : path + "." + name;
      origin.add(Sourced.ofRead(at, value));
      if (value instanceof List<?> list) {
        for (int i = 0; i < list.size(); i++) {
          if (!Sourced.isContainer(list.get(i))) {
            origin.add(Sourced.ofRead(at + "[" + i + "]", list.get(i)));
          }
        }
      }
    } else if (of instanceof Map<?, ?> map) {
      Made made = field(map, name, of(map, null));
      if (made != null) {
        origin.add(made.origin());
      }
    }
    return origin;
  }

  /** Of an object or list as such; null when nothing is known. */
  Sourced whole(Object value) {
    String path = paths.get(value);
    if (path != null) {
      return Sourced.ofRead(path, value);
    }
    Sourced origin = null;
    if (wholes.containsKey(value)) {
      origin = new Sourced();
      origin.add(wholes.get(value).origin());
    }
    if (fields.containsKey(value)) {
      origin = origin == null ? new Sourced() : origin;
      for (Made each : fields.get(value).values()) {
        origin.add(each.origin());
      }
    }
    return origin;
  }

  void made(Object map, String key, Made made) {
    fields.computeIfAbsent(map, each -> new HashMap<>()).put(key, made);
  }

  /** The fields that both have are made of the other's; of several others', of all of them. */
  void taken(Map<?, ?> made, Map<?, ?> other) {
    Made whole = of(other, null);
    for (Object key : made.keySet()) {
      Made field = other.containsKey(key) ? field(other, (String) key, whole) : null;
      String path = paths.get(other);
      if (field != null) {
        add(made, (String) key, field);
      } else if (path != null && other.containsKey(key)) {
        add(made, (String) key, new Made(null, read(other, (String) key, other.get(key))));
      }
    }
  }

  /** The fields that both have are made of the other's alone. */
  void replaced(Map<?, ?> made, Map<?, ?> other) {
    Map<String, Made> known = fields.get(made);
    if (known != null) {
      known.keySet().removeIf(other::containsKey);
    }
    taken(made, other);
  }

  private void add(Map<?, ?> map, String key, Made more) {
    Made known = field(map, key, null);
    Sourced origin = new Sourced();
    if (known != null) {
      origin.add(known.origin());
    }
    origin.add(more.origin());
    made(map, key, new Made(known == null ? more.at() : known.at(), origin));
  }

  /** What a function gave: the objects in it that nobody knows are its own. */
  void given(Object result, Made by) {
    if (result instanceof Map<?, ?> map) {
      if (!paths.containsKey(map)) {
        wholes.putIfAbsent(map, by);
        map.values().forEach(each -> given(each, by));
      }
    } else if (result instanceof List<?> list && !paths.containsKey(list)) {
      list.forEach(each -> given(each, by));
    }
  }

  Made of(Map<?, ?> map, Made otherwise) {
    return wholes.getOrDefault(map, otherwise);
  }

  Made field(Map<?, ?> map, String key, Made otherwise) {
    Map<String, Made> known = fields.get(map);
    Made made = known == null ? otherwise : known.getOrDefault(key, otherwise);
    // What was taken out of the event as it is was put there by whatever made the whole.
    return made == null || made.at() != null || otherwise == null
        ? made
        : new Made(otherwise.at(), made.origin());
  }
}
