package io.ledgerway.routemap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunningRoutesTest {

  private static final String ROUTES =
      """
      - routeConfiguration:
          id: told
          onException:
            - onException:
                exception: [ "java.lang.Exception" ]
                handled: { constant: "true" }
                steps:
                  - to: step:work
      - routeTemplate:
          id: many
          parameters:
            - { name: topic }
          route:
            routeConfigurationId: told
            from:
              uri: "direct:{{topic}}"
              steps:
                - split:
                    expression:
                      simple: { expression: "${body}" }
                    steps:
                      - to: direct:one
                - to: step:work
      - templatedRoute:
          routeTemplateRef: many
          routeId: many-things
          parameters:
            - { name: topic, value: things }
      - route:
          id: one
          description: One thing.
          routeConfigurationId: told
          from:
            uri: direct:one
            steps:
              - to: step:work
              - choice:
                  when:
                    - expression:
                        simple: { expression: "${body} == 'bad'" }
                      steps:
                        - to: step:refuse
                    - expression:
                        simple: { expression: "${body} == 'broken'" }
                      steps:
                        - to: step:break
                  otherwise:
                    steps:
                      - setVariable: { name: key, constant: { expression: "s3cr3t" } }
                      - to: step:work
              - toD: "direct:${variable.nowhere}?block=false&password=s3cr3t"
      """;

  private RunningContext routes;

  @AfterEach
  void stop() {
    routes.close();
  }

  @Test
  void what_went_through_each_step_is_counted_also_what_failed() {
    routes = new RunningContext(ROUTES);
    routes.send("direct:things", List.of("good", "bad", "good", "broken", "good"));

    assertThat(routes.step("many-things", "split ${body}").counts().exchanges()).isEqualTo(1);
    assertThat(routes.step("many-things", "direct:one").counts().exchanges()).isEqualTo(5);
    assertThat(routes.step("one", "step:work").counts().exchanges()).isEqualTo(5);
    assertThat(routes.step("one", "otherwise").counts().exchanges()).isEqualTo(3);
    Counts refused = routes.step("one", "step:refuse").counts();
    assertThat(refused.exchanges()).isEqualTo(1);
    assertThat(refused.failures()).isEqualTo(1);
    assertThat(refused.lastFailure().code()).isEqualTo("NOT_TODAY");
    assertThat(refused.lastFailure().message()).isEqualTo("Not today.");
    Counts broken = routes.step("one", "step:break").counts();
    assertThat(broken.lastFailure().code()).isEqualTo("UNFORESEEN");
    assertThat(broken.lastFailure().type()).isEqualTo("IllegalStateException");
    assertThat(broken.lastFailure().message()).isNull();
    assertThat(routes.step("one", "step:work").counts().meanMicros()).isNotNull();
    // What a route does more than once is numbered; the first is what it does when it fails.
    assertThat(routes.step("one", "step:work 3").counts().exchanges()).isEqualTo(3);
    MappedRoute one = routes.running.map().route("one").orElseThrow();
    // Three more lead nowhere. The choice around what failed is not at fault.
    assertThat(one.counts().exchanges()).isEqualTo(5);
    assertThat(routes.step("one", "choice").counts().failures()).isZero();
    assertThat(one.counts().failures()).isEqualTo(2 + 3);
    assertThat(routes.running.map().toString()).doesNotContain(RunningContext.SECRET);
  }

  @Test
  void a_route_says_where_it_comes_from_and_where_it_leads() {
    routes = new RunningContext(ROUTES);
    MappedRoute many = routes.running.map().route("many-things").orElseThrow();
    assertThat(many.from()).isEqualTo("direct:things");
    assertThat(many.template()).isEqualTo("many");
    assertThat(many.configuration()).isEqualTo("told");
    assertThat(many.status()).isEqualTo("Started");
    MappedRoute one = routes.running.map().route("one").orElseThrow();
    assertThat(one.description()).isEqualTo("One thing.");
    assertThat(one.file()).endsWith("routes/some.camel.yaml");
    assertThat(routes.step("one", "choice").line()).isEqualTo(37);
    assertThat(routes.running.map().links())
        .containsExactly(new RouteLink("many-things", "direct:one", "one", "direct"));
  }

  @Test
  void a_route_that_is_taken_out_and_put_in_again_goes_on_counting() throws Exception {
    routes = new RunningContext(ROUTES);
    routes.send("direct:one", "good");
    routes.context.getRouteController().stopRoute("one");
    assertThat(routes.running.map().route("one").orElseThrow().isStarted()).isFalse();
    routes.context.removeRoute("one");
    assertThat(routes.running.map().route("one")).isEmpty();

    routes.load(
        """
        - route:
            id: one
            from:
              uri: direct:one
              steps:
                - log: "before"
                - to: step:work
        """);
    routes.send("direct:one", "good");
    assertThat(routes.step("one", "step:work").counts().exchanges()).isEqualTo(2);
    assertThat(routes.step("one", "log before").counts().exchanges()).isEqualTo(1);
  }

  @Test
  void a_route_that_begins_with_a_try_is_counted() {
    routes =
        new RunningContext(
            """
            - route:
                id: tries
                from:
                  uri: direct:tries
                  steps:
                    - doTry:
                        steps:
                          - to: step:work
                        doCatch:
                          - exception: [ "java.io.IOException" ]
                            steps:
                              - to: step:work
            """);
    routes.send("direct:tries", "one");
    assertThat(routes.step("tries", "step:work").counts().exchanges()).isEqualTo(1);
    assertThat(routes.step("tries", "doTry").counts().exchanges()).isEqualTo(1);
    assertThat(routes.running.map().route("tries").orElseThrow().counts().exchanges()).isEqualTo(1);
  }

  @Test
  void what_stands_still_is_seen_where_it_stands() {
    routes =
        new RunningContext(
            """
            - route:
                id: slow
                from:
                  uri: direct:slow
                  steps:
                    - to: step:work
                    - to: step:wait
            """);
    Thread sending = new Thread(() -> routes.send("direct:slow", "one"));
    sending.start();
    Awaitility.await().until(() -> routes.step("slow", "step:wait").counts().underWay() == 1);
    assertThat(routes.running.map().route("slow").orElseThrow().counts().underWay()).isEqualTo(1);
    assertThat(routes.step("slow", "step:work").counts().underWay()).isZero();
    routes.held.countDown();
    Awaitility.await().until(() -> routes.step("slow", "step:wait").counts().underWay() == 0);
  }
}
