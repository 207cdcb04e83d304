package io.ledgerway.routemap;

import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.step.StepComponent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** A context with routes of its own, counted as the engine's are. */
public final class RunningContext implements AutoCloseable {

  public static final String SECRET = "s3cr3t";

  final DefaultCamelContext context = new DefaultCamelContext();
  final CountDownLatch held = new CountDownLatch(1);
  public final RunningRoutes running;

  public RunningContext(String yaml) {
    StepCounts counts = new StepCounts();
    Clock clock = Clock.systemUTC();
    context.setSourceLocationEnabled(true);
    context.getCamelContextExtension().addInterceptStrategy(new CountSteps(counts, clock));
    context.addComponent(
        "step",
        new StepComponent(
            Map.of(
                "work", exchange -> {},
                "refuse",
                    exchange -> {
                      throw new LedgerwayException("NOT_TODAY", "Not today.", "Come tomorrow.");
                    },
                "break",
                    exchange -> {
                      throw new IllegalStateException("password=" + SECRET);
                    },
                "wait", exchange -> held.await())));
    running = new RunningRoutes(context, counts, clock);
    load(yaml);
    context.start();
  }

  void load(String yaml) {
    try {
      PluginHelper.getRoutesLoader(context)
          .loadRoutes(
              ResourceHelper.fromBytes(
                  "routes/some.camel.yaml", yaml.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  public void send(String endpoint, Object body) {
    context.createFluentProducerTemplate().to(endpoint).withBody(body).send();
  }

  MappedStep step(String route, String step) {
    return running
        .map()
        .route(route)
        .orElseThrow()
        .all()
        .filter(each -> each.id().equals(step))
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    step
                        + " of "
                        + running
                            .map()
                            .route(route)
                            .orElseThrow()
                            .all()
                            .map(MappedStep::id)
                            .toList()));
  }

  @Override
  public void close() {
    held.countDown();
    context.stop();
  }
}
