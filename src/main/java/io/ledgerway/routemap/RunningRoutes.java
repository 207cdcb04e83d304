package io.ledgerway.routemap;

import io.ledgerway.routes.TemplateParameters;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.NamedNode;
import org.apache.camel.ServiceStatus;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.springframework.stereotype.Component;

/**
 * Reads the map of what runs from the context as it is now. Routes may be taken out and put in at
 * any time: nothing is kept here. Thread-safe.
 */
@Component
public class RunningRoutes {

  private static final int TRIES = 20;
  private static final String TRY = "doTry";

  private final CamelContext context;
  private final StepCounts counts;
  private final Instant since;

  RunningRoutes(CamelContext context, StepCounts counts, Clock clock) {
    this.context = context;
    this.counts = counts;
    this.since = clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  public RouteMap map() {
    for (int i = 1; ; i++) {
      try {
        return read();
      } catch (ConcurrentModificationException e) {
        if (i == TRIES) {
          throw e;
        }
      }
    }
  }

  private RouteMap read() {
    ModelCamelContext model = (ModelCamelContext) context;
    // Camel hands out the list that it changes.
    List<RouteDefinition> running =
        Stream.of(model.getRouteDefinitions().toArray(RouteDefinition[]::new))
            .filter(route -> route != null && route.isPrepared())
            .sorted(Comparator.comparing(RouteDefinition::getRouteId))
            .toList();
    List<MappedRoute> routes = new ArrayList<>();
    for (RouteDefinition each : running) {
      routes.add(mapped(each, ModelStep.of(each), model));
    }
    return new RouteMap(since, List.copyOf(routes), RouteLinks.of(running));
  }

  private MappedRoute mapped(
      RouteDefinition route, List<ModelStep> model, ModelCamelContext context) {
    String id = route.getRouteId();
    List<MappedStep> steps = model.stream().map(step -> mapped(id, step)).toList();
    ServiceStatus status = context.getRouteController().getRouteStatus(id);
    NamedNode from = route.getInput();
    return new MappedRoute(
        id,
        route.getDescriptionText(),
        PlainUri.of(TemplateParameters.putInto(route.getInput().getEndpointUri(), route)),
        route.getRouteConfigurationId(),
        Origin.template(route, context),
        status == null ? ServiceStatus.Stopped.name() : status.name(),
        Origin.file(from),
        Origin.line(from),
        counts(id, model),
        steps);
  }

  private MappedStep mapped(String route, ModelStep step) {
    List<MappedStep> within = step.steps().stream().map(each -> mapped(route, each)).toList();
    MappedStep plain =
        new MappedStep(
            step.id(),
            step.kind(),
            step.label(),
            step.node().getDescriptionText(),
            Origin.file(step.node()),
            Origin.line(step.node()),
            null,
            within);
    return plain.isBranch() || step.kind().equals(TRY)
        ? with(plain, within.isEmpty() ? null : within.get(0).counts())
        : with(plain, counts.of(route, step.id()).counts());
  }

  private static MappedStep with(MappedStep step, Counts counts) {
    return new MappedStep(
        step.id(),
        step.kind(),
        step.label(),
        step.description(),
        step.file(),
        step.line(),
        counts,
        step.steps());
  }

  /** What is tried is not wrapped by Camel, but each step within it is. */
  private StepCount counted(String route, ModelStep step) {
    return step.kind().equals(TRY) && !step.steps().isEmpty()
        ? counted(route, step.steps().get(0))
        : counts.of(route, step.id());
  }

  private Counts counts(String route, List<ModelStep> steps) {
    List<StepCount> main =
        steps.stream()
            .filter(step -> !MappedStep.isBranch(step.kind()))
            .map(step -> counted(route, step))
            .toList();
    List<StepCount> all =
        ModelStep.ids(steps).values().stream().map(step -> counts.of(route, step)).toList();
    StepCount first = main.isEmpty() ? new StepCount() : main.get(0);
    return Counts.of(
        first.begun(),
        all.stream().mapToLong(StepCount::failed).sum(),
        context.getInflightRepository().size(route),
        first.ended(),
        main.stream().mapToLong(StepCount::nanos).sum(),
        all.stream()
            .map(StepCount::last)
            .filter(Objects::nonNull)
            .max(Comparator.comparing(LastFailure::at))
            .orElse(null));
  }
}
