package io.ledgerway.reload;

import io.ledgerway.edition.Edition;
import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.validation.DeclaredRoutes;
import io.ledgerway.validation.DeclaredRoutes.Differences;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteConfigurationDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.RouteTemplateDefinition;
import org.apache.camel.model.TemplatedRouteDefinition;
import org.springframework.stereotype.Component;

/**
 * The routes of the running context. Used by one thread, which is none of a route's own: a route
 * cannot wait for its own end.
 */
@Component
class ReplaceRoutes {

  private static final int LONGEST_WAIT_SECONDS = 60;

  private final ModelCamelContext context;

  ReplaceRoutes(CamelContext context) {
    this.context = (ModelCamelContext) context;
  }

  boolean isRunning() {
    return context.isStarted();
  }

  /**
   * Puts the routes of an edition in the place of another's, those alone that differ, and those
   * that call them. Each goes when what is under way in it has ended.
   *
   * @return ids of those routes
   * @throws Exception why it cannot be done; the former routes run on
   */
  Set<String> change(Edition from, Edition to) throws Exception {
    DeclaredRoutes before = DeclaredRoutes.in(from.routes());
    DeclaredRoutes after = DeclaredRoutes.in(to.routes());
    Differences differences = before.to(after);
    if (differences.isEmpty()) {
      return Set.of();
    }
    RouteFiles coming = new RouteFiles(context, to, after.files(differences));
    List<String> gone = new ArrayList<>();
    try {
      takeOut(before.callersFirst(differences.routes()), gone);
      putIn(coming, differences, after.callersFirst(differences.routes()));
      return differences.routes();
    } catch (Exception e) {
      try {
        takeOut(onlyIn(after, before, differences), new ArrayList<>());
        takeOut(gone, new ArrayList<>());
        putIn(
            new RouteFiles(context, from, before.files(differences)),
            differences,
            before.callersFirst(Set.copyOf(gone)));
      } catch (Exception alsoThat) {
        e.addSuppressed(alsoThat);
      }
      throw e;
    }
  }

  private static List<String> onlyIn(
      DeclaredRoutes after, DeclaredRoutes before, Differences differences) {
    List<String> added = new ArrayList<>(after.callersFirst(differences.routes()));
    added.removeAll(before.callersFirst(differences.routes()));
    return added;
  }

  private void takeOut(List<String> ids, List<String> gone) throws Exception {
    for (String id : ids) {
      RouteDefinition definition = context.getRouteDefinition(id);
      if (definition == null) {
        continue;
      }
      // One that could not be started is declared, and runs nowhere.
      if (context.getRoute(id) != null
          && !context
              .getRouteController()
              .stopRoute(id, LONGEST_WAIT_SECONDS, TimeUnit.SECONDS, true)) {
        throw new LedgerwayException(
            "ROUTE_BUSY",
            "What is under way in the route " + id + " did not end within a minute.",
            "Nothing is changed. It is tried again with the next edit.");
      }
      context.removeRouteDefinition(definition);
      gone.add(id);
    }
  }

  private void putIn(RouteFiles files, Differences wanted, List<String> ids) throws Exception {
    for (RouteConfigurationDefinition old :
        List.copyOf(context.getRouteConfigurationDefinitions())) {
      if (wanted.configurations().contains(old.getId())) {
        context.removeRouteConfiguration(old);
      }
    }
    for (RouteConfigurationDefinition each : files.configurations(wanted)) {
      context.addRouteConfiguration(each);
    }
    files.read();
    for (RouteTemplateDefinition old : List.copyOf(context.getRouteTemplateDefinitions())) {
      if (wanted.templates().contains(old.getId())) {
        context.removeRouteTemplateDefinition(old);
      }
    }
    context.addRouteTemplateDefinitions(files.templates(wanted));
    Map<String, Object> routes = files.routes();
    List<String> calledFirst = new ArrayList<>(ids);
    Collections.reverse(calledFirst);
    for (String id : calledFirst) {
      if (routes.get(id) instanceof TemplatedRouteDefinition use) {
        context.addRouteFromTemplatedRoute(use);
      } else {
        context.addRouteDefinition((RouteDefinition) routes.get(id));
      }
    }
  }
}
