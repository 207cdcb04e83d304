package io.ledgerway.step;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.camel.Endpoint;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultComponent;

/**
 * A Camel component whose endpoints are named steps. Registered as a bean, the bean's name is the
 * scheme. A step that a route has not been written for, and an option that a step does not know,
 * are refused when the route is loaded. Thread-safe when its steps are.
 */
public class StepComponent extends DefaultComponent {

  /** A step that a route gives options. */
  @FunctionalInterface
  public interface Configurable {

    /**
     * @param options by name; those that are known are removed
     * @throws IllegalArgumentException with a sentence that says what is wrong with them
     */
    Processor with(Map<String, Object> options);
  }

  private final Map<String, Configurable> steps = new TreeMap<>();
  private final Map<String, Set<String>> known = new TreeMap<>();

  public StepComponent(Map<String, Processor> steps) {
    steps.forEach((name, step) -> configurable(name, Set.of(), options -> step));
  }

  /**
   * Adds a step that a route gives options. For use before the first route is loaded.
   *
   * @param options that it knows, by name
   */
  public final StepComponent configurable(String name, Set<String> options, Configurable step) {
    steps.put(name, step);
    known.put(name, new TreeSet<>(options));
    return this;
  }

  /** The options of each step, by its name. */
  public Map<String, Set<String>> known() {
    return Collections.unmodifiableMap(known);
  }

  @Override
  protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
    Configurable step = steps.get(remaining);
    if (step == null) {
      throw new IllegalArgumentException(
          "Unknown step '" + remaining + "' in " + uri + ". Known: " + steps.keySet());
    }
    return new StepEndpoint(uri, this, step.with(parameters));
  }
}
