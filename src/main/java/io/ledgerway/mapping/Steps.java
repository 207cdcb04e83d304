package io.ledgerway.mapping;

import io.ledgerway.mapping.Origins.Made;
import io.ledgerway.mapping.SyntaxTree.Node;
import io.ledgerway.mapping.Trace.At;
import io.ledgerway.mapping.Trace.Call;
import io.ledgerway.mapping.Trace.Looked;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The expressions that are being evaluated, each within the one before, and what each is made of:
 * as a rule of what those within it are made of.
 */
final class Steps {

  private final Origins origins;
  private final Deque<Step> open = new ArrayDeque<>();
  private final Deque<Text> texts = new ArrayDeque<>();
  private final Map<Object, Node> nodes = new IdentityHashMap<>();
  private final Map<Object, Map<String, Sourced>> bound = new IdentityHashMap<>();
  private Made whole;

  Steps(Origins origins) {
    this.origins = origins;
  }

  private record Text(String mapping, String text) {
    At at(int offset) {
      Place place = Place.of(mapping, text, offset);
      return new At(mapping, place.line(), place.column());
    }
  }

  /** One expression, while it is evaluated. */
  private static final class Step {
    final Node node;
    final Text in;
    final Sourced origin = new Sourced();
    final Map<Object, Sourced> parts = new IdentityHashMap<>();
    final Map<Object, Object> gave = new IdentityHashMap<>();
    final List<Looked> looked = new ArrayList<>();
    Sourced last;

    Step(Node node, Text in) {
      this.node = node;
      this.in = in;
    }

    boolean is(String type) {
      return type.equals(node.type());
    }

    boolean makesObjects() {
      return is("unary") && "{".equals(node.value());
    }
  }

  void begin(String mapping, String text) {
    texts.push(new Text(mapping, text));
  }

  void end() {
    texts.pop();
  }

  /** Of the mapping as a whole, once it has run. */
  Made whole() {
    return whole;
  }

  void enter(Object symbol) {
    open.push(new Step(nodes.computeIfAbsent(symbol, SyntaxTree::node), texts.peek()));
  }

  void exit(Object input, Object frame, Object result) {
    Step step = open.pop();
    Sourced origin = origin(step, input, frame, result);
    Step outer = open.peek();
    if (outer == null) {
      whole = new Made(at(step), origin);
      return;
    }
    outer.parts.merge(step.node.symbol(), origin, Steps::both);
    outer.gave.put(step.node.symbol(), result);
    outer.last = origin;
    if (outer.is("condition") && isTheCondition(outer, step)) {
      outer.origin.addDeciding(origin);
    } else if (!outer.is("block") && !outer.makesObjects()) {
      outer.origin.add(origin);
    }
  }

  private static boolean isTheCondition(Step outer, Step step) {
    return outer.node.child("condition").filter(step.node::equals).isPresent();
  }

  private Sourced origin(Step step, Object input, Object frame, Object result) {
    switch (step.node.type()) {
      case "name" -> readNames(step, input, result);
      case "wildcard" -> readAll(step, input);
      case "variable" -> step.origin.add(variable(step.node.value(), frame, result));
      case "bind" -> bind(step, frame);
      case "block" -> {
        if (step.last != null) {
          step.origin.add(step.last);
        }
      }
      case "path" -> {
        step.node.child("group").ifPresent(group -> fields(step, group, result));
        step.origin.dropPassed();
      }
      case "unary" -> {
        if (step.makesObjects()) {
          fields(step, step.node, result);
        }
      }
      case "function" -> {
        merged(step, result);
        origins.given(result, new Made(at(step), step.origin));
      }
      default -> {}
    }
    return step.origin;
  }

  private void readNames(Step step, Object input, Object result) {
    if (input instanceof List<?> list) {
      list.forEach(each -> readName(step, each));
    } else if (input instanceof Map) {
      step.origin.add(origins.read(input, step.node.value(), result));
    }
  }

  private void readName(Step step, Object each) {
    if (each instanceof Map<?, ?> map) {
      step.origin.add(origins.read(map, step.node.value(), map.get(step.node.value())));
    }
  }

  private void readAll(Step step, Object input) {
    if (input instanceof Map<?, ?> map) {
      map.forEach((key, value) -> step.origin.add(origins.read(map, (String) key, value)));
    }
  }

  private void bind(Step step, Object frame) {
    step.node
        .child("lhs")
        .ifPresent(
            name ->
                bound
                    .computeIfAbsent(frame, each -> new HashMap<>())
                    .put(name.value(), step.origin));
  }

  private Sourced variable(String name, Object frame, Object value) {
    Sourced known = SyntaxTree.binding(frame, name, bound);
    if (known != null) {
      return known;
    }
    if (Sourced.isContainer(value)) {
      Sourced whole = origins.whole(value);
      return whole == null ? new Sourced() : whole;
    }
    // What a function hands to the one that it was given: the very value was read before.
    for (Step outer : open) {
      Sourced same = outer.origin.only(value);
      if (!same.isEmpty()) {
        return same;
      }
    }
    return new Sourced();
  }

  /** {@code $merge} takes each field from the last object that has it. */
  private void merged(Step step, Object result) {
    boolean merges =
        step.node.child("procedure").filter(each -> each.value().equals("merge")).isPresent();
    List<Node> arguments = step.node.children("arguments");
    if (merges
        && arguments.size() == 1
        && result instanceof Map<?, ?> map
        && step.gave.get(arguments.get(0).symbol()) instanceof List<?> list) {
      for (Object each : list) {
        if (each instanceof Map<?, ?> one) {
          origins.replaced(map, one);
        }
      }
    }
  }

  /** What each field of the objects that were made is made of. */
  private void fields(Step step, Node constructor, Object result) {
    if (result instanceof List<?> list) {
      list.forEach(each -> fields(step, constructor, each));
    }
    if (!(result instanceof Map<?, ?> map)) {
      return;
    }
    for (Node[] pair : constructor.pairs("lhsObject")) {
      Sourced origin = step.parts.get(pair[1].symbol());
      Object key = step.gave.get(pair[0].symbol());
      if (origin != null && key instanceof String name && map.containsKey(name)) {
        origins.made(map, name, new Made(placeOfKey(step, pair[0], name), origin));
        step.origin.add(origin);
      }
    }
  }

  private static At placeOfKey(Step step, Node key, String name) {
    int end = key.offset();
    int start = step.in.text().lastIndexOf(name, Math.max(0, end));
    // The first character of the name, behind the quote.
    return step.in.at(start < 0 || end - start > name.length() + 2 ? end : start + 1);
  }

  private static At at(Step step) {
    return step.in.at(step.node.offset());
  }

  void look(Looked one) {
    Step call = call();
    if (call != null && !call.looked.contains(one)) {
      call.looked.add(one);
    }
  }

  void called(String function, List<?> arguments, Object gave) {
    Step call = call();
    if (call != null) {
      call.origin.call(
          new Call(
              function,
              arguments.stream().map(Sourced::plain).toList(),
              Sourced.plain(gave),
              at(call),
              List.copyOf(call.looked)));
    }
  }

  At placeOfCall() {
    Step call = call();
    return call == null ? null : at(call);
  }

  Trace.Origin originSoFar() {
    Step call = call();
    if (call == null) {
      return null;
    }
    Sourced origin = new Sourced();
    origin.add(call.origin);
    origin.call(
        new Call(
            call.node.child("procedure").map(Node::value).orElse(""),
            List.of(),
            null,
            at(call),
            List.copyOf(call.looked)));
    return origin.told();
  }

  private Step call() {
    for (Step each : open) {
      if (each.is("function")) {
        return each;
      }
    }
    return null;
  }

  private static Sourced both(Sourced one, Sourced other) {
    Sourced both = new Sourced();
    both.add(one);
    both.add(other);
    return both;
  }
}
