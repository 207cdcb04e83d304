package io.ledgerway.work;

import io.ledgerway.step.StepEndpoint;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.MultipleConsumersSupport;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.DefaultEndpoint;
import org.springframework.stereotype.Component;

/**
 * Background work, as routes write it. Options are checked when a route is loaded.
 *
 * <ul>
 *   <li>{@code work:take?kind=import&by=company}: this exchange does that piece of work, or stops
 *       here. With {@code rests=false} a failure is not counted: the work's own rows say when it is
 *       due again.
 *   <li>{@code from: work:due}, {@code bell: export}, {@code every: 1000}: begins when the bell is
 *       rung, and after that many milliseconds all the same.
 *   <li>{@code work:failed}: the log says once, and no longer than it must, that it failed.
 *   <li>{@code work:ring?bell=export}: there may be work. {@code in=wait}: so many milliseconds
 *       from now, as that variable says; {@code when=over}: when this exchange has ended.
 * </ul>
 *
 * @see TakeWork
 * @see Bells
 */
@Component("work")
class WorkComponent extends DefaultComponent {

  private final Leases leases;
  private final Bells bells;

  WorkComponent(Leases leases, Bells bells) {
    this.leases = leases;
    this.bells = bells;
  }

  @Override
  protected Endpoint createEndpoint(String uri, String step, Map<String, Object> parameters) {
    return switch (step) {
      case "take" -> new StepEndpoint(uri, this, take(uri, parameters));
      case "ring" -> new StepEndpoint(uri, this, ring(uri, parameters));
      case "due" -> due(uri, parameters);
      case "failed" -> new StepEndpoint(uri, this, Failure::log);
      default ->
          throw new IllegalArgumentException("Known: take, ring, due and failed, not " + uri);
    };
  }

  private Processor take(String uri, Map<String, Object> parameters) {
    String kind = (String) parameters.remove("kind");
    String by = (String) parameters.remove("by");
    boolean rests = !"false".equals(parameters.remove("rests"));
    if (kind == null || by == null) {
      throw new IllegalArgumentException(
          "Write work:take?kind=<kind of work>&by=<variables that name the piece>, not " + uri);
    }
    return new TakeWork(leases, kind, List.of(by.split(",")), rests);
  }

  private Processor ring(String uri, Map<String, Object> parameters) {
    String bell = (String) parameters.remove("bell");
    String in = (String) parameters.remove("in");
    Object when = parameters.remove("when");
    if (bell == null || when != null && !when.equals("over")) {
      throw new IllegalArgumentException(
          "Write work:ring?bell=<name>, and perhaps in=<variable> or when=over, not " + uri);
    }
    return new RingBell(bells, bell, in, when != null);
  }

  private Endpoint due(String uri, Map<String, Object> parameters) {
    Object bell = parameters.remove("bell");
    Object every = parameters.remove("every");
    if (bell == null || every == null || !every.toString().matches("[1-9]\\d{0,8}")) {
      throw new IllegalArgumentException(
          "Write work:due with bell: <name> and every: <milliseconds>, not " + uri);
    }
    Duration most = Duration.ofMillis(Long.parseLong(every.toString()));
    return new Due(uri, bell.toString(), most);
  }

  /** Several routes may hear one bell: each source that is told outcomes has one of its own. */
  private final class Due extends DefaultEndpoint implements MultipleConsumersSupport {

    private final String bell;
    private final Duration every;

    private Due(String uri, String bell, Duration every) {
      super(uri, WorkComponent.this);
      this.bell = bell;
      this.every = every;
    }

    @Override
    public boolean isMultipleConsumersSupported() {
      return true;
    }

    @Override
    public Producer createProducer() {
      throw new UnsupportedOperationException(
          getEndpointUri() + " can be consumed from, not called");
    }

    @Override
    public Consumer createConsumer(Processor route) {
      return new DueConsumer(this, route, bells, bell, every);
    }
  }
}
