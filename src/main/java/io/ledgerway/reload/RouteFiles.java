package io.ledgerway.reload;

import io.ledgerway.edition.Edition;
import io.ledgerway.validation.DeclaredRoutes.Differences;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteConfigurationDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.RouteTemplateDefinition;
import org.apache.camel.model.TemplatedRouteDefinition;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** Some files of routes of one edition, as Camel reads them. Used by one thread. */
final class RouteFiles {

  private final ModelCamelContext context;
  private final List<RouteConfigurationBuilder> builders = new ArrayList<>();

  RouteFiles(ModelCamelContext context, Edition edition, Collection<Path> files) throws Exception {
    this.context = context;
    for (Path file : files) {
      for (RoutesBuilder builder : read(edition, file)) {
        builders.add((RouteConfigurationBuilder) builder);
      }
    }
  }

  /** Under the name of the file that people edit. */
  private Collection<RoutesBuilder> read(Edition edition, Path file) throws Exception {
    return PluginHelper.getRoutesLoader(context)
        .findRoutesBuilders(
            ResourceHelper.fromBytes("file:" + edition.editable(file), Files.readAllBytes(file)));
  }

  List<RouteConfigurationDefinition> configurations(Differences wanted) throws Exception {
    List<RouteConfigurationDefinition> found = new ArrayList<>();
    for (RouteConfigurationBuilder builder : builders) {
      builder.setCamelContext(context);
      builder.getRouteConfigurationCollection().setCamelContext(context);
      builder.configuration();
      builder.getRouteConfigurationCollection().getRouteConfigurations().stream()
          .filter(each -> wanted.configurations().contains(each.getId()))
          .forEach(found::add);
    }
    return found;
  }

  /** To be read when the configurations that they inherit are the context's. */
  void read() throws Exception {
    for (RouteConfigurationBuilder builder : builders) {
      builder.configureRoutes(context);
    }
  }

  List<RouteTemplateDefinition> templates(Differences wanted) {
    return builders.stream()
        .flatMap(builder -> builder.getRouteTemplateCollection().getRouteTemplates().stream())
        .filter(each -> wanted.templates().contains(each.getId()))
        .toList();
  }

  /** By their ids, those that templates make too. */
  Map<String, Object> routes() {
    Map<String, Object> found = new HashMap<>();
    for (RouteConfigurationBuilder builder : builders) {
      Stream<RouteDefinition> routes = builder.getRouteCollection().getRoutes().stream();
      routes.forEach(route -> found.put(route.getRouteId(), route));
      Stream<TemplatedRouteDefinition> made =
          builder.getTemplatedRouteCollection().getTemplatedRoutes().stream();
      made.forEach(use -> found.put(use.getRouteId(), use));
    }
    return found;
  }
}
