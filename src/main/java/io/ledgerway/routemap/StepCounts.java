package io.ledgerway.routemap;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The counts of all steps, by route and step. They outlive the route: one that is taken out and put
 * in again under its id goes on counting where it was. Thread-safe.
 */
@Component
class StepCounts {

  private final Map<String, Map<String, StepCount>> routes = new ConcurrentHashMap<>();

  StepCount of(String route, String step) {
    return routes
        .computeIfAbsent(route, any -> new ConcurrentHashMap<>())
        .computeIfAbsent(step, any -> new StepCount());
  }

  /** Forgets the steps that a route has no longer. */
  void keep(String route, Set<String> steps) {
    routes.computeIfAbsent(route, any -> new ConcurrentHashMap<>()).keySet().retainAll(steps);
  }
}
