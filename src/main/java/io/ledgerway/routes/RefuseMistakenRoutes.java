package io.ledgerway.routes;

import io.ledgerway.problem.LedgerwayException;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.VetoCamelContextStartException;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.apache.camel.support.LifecycleStrategySupport;
import org.springframework.stereotype.Component;

/** Before the first route starts, all mistakes of all routes are told together, and none starts. */
@Component
class RefuseMistakenRoutes implements CamelContextConfiguration {

  @Override
  public void beforeApplicationStart(CamelContext context) {
    context.addLifecycleStrategy(new Veto());
  }

  @Override
  public void afterApplicationStart(CamelContext context) {
    // All was checked before.
  }

  static final class Veto extends LifecycleStrategySupport {
    // Whoever loads routes before the context is initialised, and whoever does so after, is caught.
    @Override
    public void onContextInitializing(CamelContext context) throws VetoCamelContextStartException {
      refuseMistakes(context);
    }

    @Override
    public void onContextStarting(CamelContext context) throws VetoCamelContextStartException {
      refuseMistakes(context);
    }

    private static void refuseMistakes(CamelContext context) throws VetoCamelContextStartException {
      List<String> mistakes = RouteMistakes.in((ModelCamelContext) context);
      if (!mistakes.isEmpty()) {
        throw new VetoCamelContextStartException(
            "Routes with mistakes",
            new LedgerwayException(
                "ROUTES_MISTAKEN",
                String.join("\n", mistakes),
                "Correct the routes in these files, then start again."),
            context,
            true);
      }
    }
  }
}
