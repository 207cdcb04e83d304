package io.ledgerway.routemap;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All running routes, how they lead to each other, and what went through them. */
@Schema(name = "RouteMap")
public record RouteMap(
    @Schema(description = "Since when this engine counts.") Instant countedSince,
    List<MappedRoute> routes,
    List<RouteLink> links) {

  public Optional<MappedRoute> route(String id) {
    return routes.stream().filter(route -> route.id().equals(id)).findFirst();
  }

  /** The routes that have a step that does this, as {@link MappedRoute#doing} knows it. */
  public List<MappedRoute> doing(String what) {
    return routes.stream().filter(route -> !route.doing(what).isEmpty()).toList();
  }

  /** What leads to a route, bells aside. */
  public List<RouteLink> to(MappedRoute route) {
    return links.stream()
        .filter(RouteLink::carries)
        .filter(l -> l.to().equals(route.id()))
        .toList();
  }

  /** Where a route leads, bells aside. */
  public List<RouteLink> from(MappedRoute route) {
    return links.stream()
        .filter(RouteLink::carries)
        .filter(link -> link.route().equals(route.id()))
        .toList();
  }
}
