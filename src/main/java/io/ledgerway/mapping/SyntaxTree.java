package io.ledgerway.mapping;

import com.dashjoin.jsonata.Jsonata;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The parsed form of a mapping. The JSONata library keeps it to itself; it is read by reflection,
 * so that a mapping is judged by the language's own parser and not by a second, slightly different
 * one. A change of the library that breaks this breaks the tests of {@link MappingLint}.
 */
final class SyntaxTree {

  private static final Field AST = field(Jsonata.class, "ast");
  private static final Field ENVIRONMENT = field(Jsonata.class, "environment");
  private static final Field BINDINGS = field(Jsonata.Frame.class, "bindings");
  private static final Field PARENT = field(Jsonata.Frame.class, "parent");
  private static final Class<?> SYMBOL = AST.getType();
  private static final Map<String, Field> FIELDS = new HashMap<>();

  static {
    for (Class<?> type = SYMBOL; type != Object.class; type = type.getSuperclass()) {
      for (Field each : type.getDeclaredFields()) {
        if (!each.isSynthetic() && !each.getName().equals("environment")) {
          each.setAccessible(true);
          FIELDS.put(each.getName(), each);
        }
      }
    }
  }

  private SyntaxTree() {}

  /**
   * @param type JSONata's name for it, e.g. {@code binary}, {@code variable}
   * @param value operator or name
   */
  record Node(String type, String value, Object symbol) {

    /** Characters from the start of the text to the end of the token. */
    int offset() {
      return offsetOf(symbol);
    }

    /** A part that has a name of its own, such as {@code procedure}. */
    Optional<Node> child(String name) {
      return Optional.ofNullable(read(FIELDS.get(name), symbol))
          .filter(SYMBOL::isInstance)
          .map(SyntaxTree::node);
    }

    List<Node> children(String name) {
      List<Node> children = new ArrayList<>();
      if (read(FIELDS.get(name), symbol) instanceof Collection<?> parts) {
        parts.stream().filter(SYMBOL::isInstance).map(SyntaxTree::node).forEach(children::add);
      }
      return children;
    }

    /** The pairs of a list of pairs, such as those of a key and its value. */
    List<Node[]> pairs(String name) {
      List<Node[]> pairs = new ArrayList<>();
      if (read(FIELDS.get(name), symbol) instanceof Collection<?> all) {
        for (Object pair : all) {
          Object[] both = (Object[]) pair;
          pairs.add(new Node[] {node(both[0]), node(both[1])});
        }
      }
      return pairs;
    }

    /** The values of those fields that are texts. */
    List<String> names(String... fields) {
      List<String> names = new ArrayList<>();
      for (String field : fields) {
        if (read(FIELDS.get(field), symbol) instanceof String name) {
          names.add(name);
        }
      }
      return names;
    }
  }

  static void visit(Jsonata compiled, Consumer<Node> visitor) {
    walk(read(AST, compiled), identitySet(), visitor);
  }

  /** Whether the language, or what was registered, has something of that name. */
  static boolean knows(Jsonata compiled, String name) {
    return ((Jsonata.Frame) read(ENVIRONMENT, compiled)).lookup(name) != null;
  }

  /**
   * What is known of a variable, as it is seen from an environment.
   *
   * @param known by environment and name
   * @return null when nothing is
   */
  static <T> T binding(Object frame, String name, Map<Object, Map<String, T>> known) {
    for (Object each = frame; each != null; each = read(PARENT, each)) {
      if (((Map<?, ?>) read(BINDINGS, each)).containsKey(name)) {
        return known.getOrDefault(each, Map.of()).get(name);
      }
    }
    return null;
  }

  static int offsetOf(Object symbol) {
    int offset = position(symbol);
    if (offset > 0) {
      return offset;
    }
    // Some symbols, such as a unary minus, carry no place of their own: take the first within.
    Set<Object> within = identitySet();
    walk(symbol, within, node -> {});
    return within.stream().mapToInt(SyntaxTree::position).filter(at -> at > 0).min().orElse(0);
  }

  private static int position(Object symbol) {
    return (int) read(FIELDS.get("position"), symbol);
  }

  private static Set<Object> identitySet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  private static void walk(Object part, Set<Object> seen, Consumer<Node> visitor) {
    if (part instanceof Collection<?> parts) {
      parts.forEach(each -> walk(each, seen, visitor));
    } else if (part instanceof Object[] parts) {
      for (int i = 0; i < Array.getLength(parts); i++) {
        walk(parts[i], seen, visitor);
      }
    } else if (SYMBOL.isInstance(part) && seen.add(part)) {
      visitor.accept(node(part));
      FIELDS.values().forEach(each -> walk(read(each, part), seen, visitor));
    }
  }

  static Node node(Object symbol) {
    return new Node(
        (String) read(FIELDS.get("type"), symbol),
        String.valueOf(read(FIELDS.get("value"), symbol)),
        symbol);
  }

  private static Field field(Class<?> owner, String name) {
    try {
      Field field = owner.getDeclaredField(name);
      field.setAccessible(true);
      return field;
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException("this release of JSONata keeps its syntax tree elsewhere", e);
    }
  }

  private static Object read(Field field, Object owner) {
    try {
      return field.get(owner);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
