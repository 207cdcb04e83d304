package io.ledgerway.routemap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.NamedNode;
import org.apache.camel.model.ChoiceDefinition;
import org.apache.camel.model.CircuitBreakerDefinition;
import org.apache.camel.model.OptionalIdentifiedDefinition;
import org.apache.camel.model.OutputNode;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.TryDefinition;

/**
 * A step of a route as Camel's model has it. Its id is the one that the route file gives it, else
 * what it does, numbered where a route does the same more than once: it stays the same when the
 * route is read again, which Camel's own do not.
 *
 * @param uri where it sends to, with its options; null of a step that sends nowhere
 * @param steps those within it, in their order
 */
record ModelStep(
    String id, String kind, String label, String uri, NamedNode node, List<ModelStep> steps) {

  private static final int LONGEST_ID = 120;

  static List<ModelStep> of(RouteDefinition route) {
    return read(List.copyOf(route.getOutputs()), route, new HashMap<>());
  }

  /** The id of each step, those within others too, by its node. */
  static Map<NamedNode, String> ids(List<ModelStep> steps) {
    Map<NamedNode, String> ids = new IdentityHashMap<>();
    steps.forEach(
        each -> {
          ids.put(each.node, each.id);
          ids.putAll(ids(each.steps));
        });
    return ids;
  }

  private static List<ModelStep> read(
      List<? extends NamedNode> nodes, RouteDefinition route, Map<String, Integer> seen) {
    List<ModelStep> steps = new ArrayList<>();
    for (NamedNode node : nodes) {
      String uri = StepWords.uri(node, route);
      String label = StepWords.label(node, uri);
      String id = id(node, label, seen);
      steps.add(
          new ModelStep(
              id, node.getShortName(), label, uri, node, read(within(node), route, seen)));
    }
    return List.copyOf(steps);
  }

  private static String id(NamedNode node, String label, Map<String, Integer> seen) {
    if (node instanceof OptionalIdentifiedDefinition<?> named && named.hasCustomIdAssigned()) {
      return named.getId();
    }
    String does = node instanceof ProcessorDefinition<?> ? label : node.getShortName();
    String id =
        does.codePointCount(0, does.length()) > LONGEST_ID
            ? does.substring(0, does.offsetByCodePoints(0, LONGEST_ID))
            : does;
    int times = seen.merge(id, 1, Integer::sum);
    return times == 1 ? id : id + " " + times;
  }

  private static List<? extends NamedNode> within(NamedNode node) {
    List<NamedNode> all = new ArrayList<>();
    if (node instanceof ChoiceDefinition choice) {
      all.addAll(choice.getWhenClauses());
      if (choice.getOtherwise() != null) {
        all.add(choice.getOtherwise());
      }
    } else if (node instanceof TryDefinition tries) {
      all.addAll(tries.getOutputsWithoutCatches());
      all.addAll(tries.getCatchClauses());
      if (tries.getFinallyClause() != null) {
        all.add(tries.getFinallyClause());
      }
    } else if (node instanceof ProcessorDefinition<?> step) {
      all.addAll(step.getOutputs());
    } else if (node instanceof OutputNode branch) {
      all.addAll(branch.getOutputs());
    }
    if (node instanceof CircuitBreakerDefinition breaker && breaker.getOnFallback() != null) {
      all.add(breaker.getOnFallback());
    }
    return all;
  }
}
