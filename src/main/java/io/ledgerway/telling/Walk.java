package io.ledgerway.telling;

import io.ledgerway.trace.Stretch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;

/**
 * Some things of one kind that are told together, and those of them that cannot be told. Not
 * thread-safe: a walk is split on one thread.
 */
final class Walk {

  private static final String VARIABLE = "walk";

  private final String kind;
  private final String waitsFor;
  private final Map<String, Telling> told = new LinkedHashMap<>();
  private final Map<Telling, Reason> aside = new LinkedHashMap<>();
  private final Map<String, Stretch> followed = new LinkedHashMap<>();

  /** Why something cannot be told. */
  record Reason(String code, String message) {}

  private Walk(String kind, String waitsFor) {
    this.kind = kind;
    this.waitsFor = waitsFor;
  }

  /**
   * Begins one with the rows that are the body. Variable {@code kind} says what they are, {@code
   * mapping} which mapping makes records of them, if one does.
   */
  static void begin(Exchange exchange) {
    String mapping = exchange.getVariable("mapping", String.class);
    Walk walk =
        new Walk(
            exchange.getVariable("kind", String.class),
            mapping == null ? null : "mapping:" + mapping);
    for (Object row : exchange.getMessage().getBody(List.class)) {
      Telling one = Telling.of((Map<?, ?>) row);
      walk.told.put(one.item(), one);
    }
    exchange.setVariable(VARIABLE, walk);
  }

  static Walk of(Exchange exchange) {
    return exchange.getVariable(VARIABLE, Walk.class);
  }

  void putAside(Telling one, Reason why) {
    told.remove(one.item());
    aside.put(one, why);
    followed.getOrDefault(one.item(), Stretch.NONE).failed(why.code());
  }

  /** That part of its trace ends when it is written down that it was told, or put aside. */
  void follow(Telling one, Stretch stretch) {
    followed.put(one.item(), stretch);
  }

  void writtenDown() {
    followed.values().forEach(Stretch::end);
  }

  String kind() {
    return kind;
  }

  /** The key whose change lets what was put aside be told again; null when there is none. */
  String waitsFor() {
    return waitsFor;
  }

  List<String> told() {
    return List.copyOf(told.keySet());
  }

  Map<Telling, Reason> aside() {
    return aside;
  }
}
