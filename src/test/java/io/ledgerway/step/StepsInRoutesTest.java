package io.ledgerway.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;

class StepsInRoutesTest extends CamelTestSupport {

  @Override
  protected CamelContext createCamelContext() throws Exception {
    CamelContext context = super.createCamelContext();
    context.addComponent(
        "number",
        new StepComponent(
            Map.of(
                "read",
                exchange ->
                    exchange
                        .getMessage()
                        .setBody(Integer.valueOf(exchange.getMessage().getBody(String.class))))));
    return context;
  }

  @Override
  protected RoutesBuilder createRouteBuilder() {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from("direct:numbers")
            .split(
                body(),
                Gather.<List<Object>>into(
                    ArrayList::new, (list, part) -> list.add(part.getMessage().getBody())))
            .to("direct:number")
            .end()
            .setHeader("after", constant("reached"));
        from("direct:number")
            .onException(NumberFormatException.class)
            .onWhen(exchange -> !exchange.getMessage().getBody(String.class).equals("fatal"))
            .handled(true)
            .setBody(constant("not a number"))
            .end()
            .to("number:read");
      }
    };
  }

  @Test
  void a_part_whose_failure_is_handled_counts_as_what_became_of_it_and_the_whole_goes_on() {
    var answer =
        template.request("direct:numbers", e -> e.getMessage().setBody(List.of("x", "1", "y")));
    assertThat(answer.getException()).isNull();
    assertThat(answer.getMessage().getBody(List.class))
        .isEqualTo(List.of("not a number", 1, "not a number"));
    assertThat(answer.getMessage().getHeader("after")).isEqualTo("reached");
  }

  @Test
  void a_part_that_fails_fails_the_whole() {
    assertThatThrownBy(() -> template.requestBody("direct:numbers", List.of("1", "fatal", "2")))
        .isInstanceOf(CamelExecutionException.class)
        .hasRootCauseInstanceOf(NumberFormatException.class);
  }

  @Test
  void a_step_that_nobody_knows_is_refused_when_the_route_is_loaded_and_the_known_ones_are_named() {
    assertThatThrownBy(() -> context.getEndpoint("number:wright"))
        .hasRootCauseInstanceOf(IllegalArgumentException.class)
        .rootCause()
        .hasMessageContaining("wright")
        .hasMessageContaining("[read]");
  }
}
