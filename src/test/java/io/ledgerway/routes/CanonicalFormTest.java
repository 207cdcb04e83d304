package io.ledgerway.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.CatchDefinition;
import org.apache.camel.model.ExpressionSubElementDefinition;
import org.apache.camel.model.FromDefinition;
import org.apache.camel.model.OnExceptionDefinition;
import org.apache.camel.model.OptionalIdentifiedDefinition;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.RouteTemplateDefinition;
import org.apache.camel.model.TemplatedRouteDefinition;
import org.apache.camel.model.TryDefinition;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.yaml.out.ModelWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What tools make of our routes that read them into Camel's model and write that model down, as
 * Camel's own writer does, runs as ours do: nothing is in them that only their text can say.
 *
 * <p>What that writer cannot write as a whole is written in its parts: routes of templates, and the
 * steps that follow an exception, or what was caught.
 */
class CanonicalFormTest {

  /** Where something stands and in what, and how often Camel has counted before. */
  private static final String OF_THE_READING =
      ".*(location|lineNumber|resource|camelContext|parent|index)";

  private static final String LOST = ".*catchClauses";

  private final CamelContext context = new DefaultCamelContext();

  @TempDir Path folder;

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("routes"))) {
      return files.filter(file -> file.toString().endsWith(".camel.yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void routes_come_back_from_the_model_as_they_were(Path file) throws Exception {
    for (OptionalIdentifiedDefinition<?> part : parts(load(file))) {
      String text = written(part);
      RouteConfigurationBuilder again = load(text);

      List<OptionalIdentifiedDefinition<?>> back = new ArrayList<>();
      back.addAll(again.getRouteCollection().getOnExceptions());
      back.addAll(again.getRouteCollection().getRoutes());
      assertThat(back)
          .as(text)
          .usingRecursiveComparison()
          .withEqualsForType(CanonicalFormTest::saysTheSame, String.class)
          .ignoringFieldsMatchingRegexes(OF_THE_READING, LOST)
          .isEqualTo(List.of(part));
    }
  }

  @Test
  void the_writer_of_this_version_of_camel_loses_these() throws Exception {
    RouteConfigurationBuilder failing = load(Path.of("routes/shared/error-handling.camel.yaml"));
    assertThat(written(failing.getRouteConfigurationCollection().getRouteConfigurations().get(0)))
        .as("what a route configuration does")
        .doesNotContain("onException")
        .doesNotContain("errorHandler");
    OnExceptionDefinition onException =
        failing
            .getRouteConfigurationCollection()
            .getRouteConfigurations()
            .get(3)
            .getOnExceptions()
            .get(0);
    assertThatThrownBy(() -> load(written(onException)))
        .as("how often it is tried again")
        .hasMessageContaining("RedeliveryPolicyDefinition");
    onException.setRedeliveryPolicyType(null);
    assertThatThrownBy(() -> load(written(onException)))
        .as("whether it counts as handled")
        .hasMessageContaining("Unsupported field: constant");
    onException.setHandled((ExpressionSubElementDefinition) null);
    assertThatThrownBy(() -> load(written(onException)))
        .as("when it is for a failure")
        .hasMessageContaining("OnWhenDefinition");

    RouteConfigurationBuilder polling = load(Path.of("routes/shared/polling.camel.yaml"));
    RouteTemplateDefinition template =
        polling.getRouteTemplateCollection().getRouteTemplates().get(0);
    assertThat(written(template))
        .as("where a template's route begins")
        .doesNotContain("from:")
        .satisfies(text -> assertThatThrownBy(() -> load(text)).hasMessageContaining("steps"));

    RouteConfigurationBuilder used = load(Path.of("routes/expensify/poll.camel.yaml"));
    TemplatedRouteDefinition use = used.getTemplatedRouteCollection().getTemplatedRoutes().get(0);
    StringWriter text = new StringWriter();
    ModelWriter writer = writer(text);
    writer.writeTemplatedRouteDefinition(use);
    writer.stop();
    assertThat(text.toString())
        .as("with which values a template is used, but for the last")
        .doesNotContain("parameters:");

    RouteConfigurationBuilder telling = load(Path.of("routes/shared/telling.camel.yaml"));
    assertThat(written(telling.getRouteCollection().getRoutes().get(0)))
        .as("what is done with what a step has caught")
        .contains("doTry")
        .doesNotContain("doCatch");
  }

  private static List<OptionalIdentifiedDefinition<?>> parts(RouteConfigurationBuilder file) {
    List<RouteDefinition> routes = new ArrayList<>(file.getRouteCollection().getRoutes());
    file.getRouteTemplateCollection()
        .getRouteTemplates()
        .forEach(template -> routes.add(template.getRoute()));
    List<OptionalIdentifiedDefinition<?>> parts = new ArrayList<>(routes);
    routes.forEach(route -> caught(route.getOutputs()).forEach(parts::add));
    file.getRouteConfigurationCollection().getRouteConfigurations().stream()
        .flatMap(configuration -> configuration.getOnExceptions().stream())
        .forEach(
            onException -> {
              onException.setHandled((ExpressionSubElementDefinition) null);
              onException.setRedeliveryPolicyType(null);
              onException.setOnWhen(null);
              parts.add(onException);
            });
    assertThat(parts.size() + file.getTemplatedRouteCollection().getTemplatedRoutes().size())
        .isPositive();
    return parts;
  }

  /** What is done with what was caught, as routes. */
  private static Stream<RouteDefinition> caught(
      Collection<? extends ProcessorDefinition<?>> steps) {
    return steps.stream()
        .flatMap(
            step ->
                Stream.concat(
                    step instanceof TryDefinition attempt
                        ? attempt.getCatchClauses().stream().map(CanonicalFormTest::route)
                        : Stream.empty(),
                    caught(step.getOutputs())));
  }

  private static RouteDefinition route(CatchDefinition caught) {
    RouteDefinition route = new RouteDefinition();
    route.setInput(new FromDefinition("direct:caught"));
    route.setOutputs(caught.getOutputs());
    return route;
  }

  private RouteConfigurationBuilder load(String text) throws Exception {
    return load(Files.writeString(folder.resolve("again.camel.yaml"), text));
  }

  private RouteConfigurationBuilder load(Path file) throws Exception {
    RouteConfigurationBuilder builder =
        (RouteConfigurationBuilder)
            PluginHelper.getRoutesLoader(context)
                .findRoutesBuilders(ResourceHelper.resolveResource(context, "file:" + file))
                .iterator()
                .next();
    builder.setCamelContext(context);
    builder.configuration();
    builder.configure();
    return builder;
  }

  private String written(OptionalIdentifiedDefinition<?> part) throws IOException {
    StringWriter text = new StringWriter();
    ModelWriter writer = writer(text);
    writer.writeOptionalIdentifiedDefinitionRef(part);
    writer.stop();
    return text.toString();
  }

  private ModelWriter writer(StringWriter into) throws IOException {
    ModelWriter writer = new ModelWriter(into);
    writer.setCamelContext(context);
    writer.setUriAsParameters(true);
    writer.start();
    return writer;
  }

  /** The order of an address's options says nothing. */
  private static boolean saysTheSame(String one, String other) {
    return one.equals(other) || one.contains("?") && options(one).equals(options(other));
  }

  private static Set<String> options(String uri) {
    return Set.copyOf(Arrays.asList(uri.split("[?&]")));
  }
}
