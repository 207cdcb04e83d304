package io.ledgerway.routemap;

import java.time.Clock;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.processor.DelegateAsyncProcessor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What counting a step costs beside the step itself: {@code mvn test -Pbench}. */
@Tag("bench")
class CountingCost {

  private static final int TIMES = 20_000_000;
  private static final AsyncCallback NOTHING = doneSync -> {};

  @Test
  void a_step_is_counted_in_well_under_a_microsecond() {
    DefaultCamelContext context = new DefaultCamelContext();
    Exchange exchange = new DefaultExchange(context);
    DelegateAsyncProcessor plain = new DelegateAsyncProcessor(each -> {});
    CountedStep counted = new CountedStep(each -> {}, "route", new StepCount(), Clock.systemUTC());
    for (int i = 0; i < 3; i++) {
      long bare = run(plain, exchange);
      long with = run(counted, exchange);
      System.out.println("counting a step: " + (with - bare) / TIMES + " ns");
      org.assertj.core.api.Assertions.assertThat((with - bare) / TIMES).isLessThan(1_000);
    }
  }

  private static long run(DelegateAsyncProcessor step, Exchange exchange) {
    long began = System.nanoTime();
    for (int i = 0; i < TIMES; i++) {
      step.process(exchange, NOTHING);
    }
    return System.nanoTime() - began;
  }
}
