package io.ledgerway.api;

import io.ledgerway.access.Allowed;
import io.ledgerway.access.Role;
import io.ledgerway.drawing.MapDrawing;
import io.ledgerway.drawing.RouteDrawing;
import io.ledgerway.routemap.MappedRoute;
import io.ledgerway.routemap.RouteMap;
import io.ledgerway.routemap.RunningRoutes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What runs in this engine, and what went through it. */
@RestController
@Allowed(Role.OPERATOR)
@RequestMapping("/api/v1")
@Tag(name = "Routes")
class RoutesController {

  private final RunningRoutes running;

  RoutesController(RunningRoutes running) {
    this.running = running;
  }

  @GetMapping("/routes")
  @Operation(
      summary = "All running routes with their steps, and which leads to which",
      description =
          "With what went through each step of this engine since it started, what failed there, how"
              + " it failed last, and how long it takes. As a picture: /api/v1/routes.svg.")
  RouteMap routes() {
    return running.map();
  }

  @GetMapping("/routes/{route}")
  @Operation(summary = "One running route with its steps")
  MappedRoute route(@PathVariable String route) {
    return known(running.map(), route);
  }

  @GetMapping(path = "/routes.svg", produces = Pictures.SVG)
  @Operation(summary = "All running routes, and which leads to which, as a picture")
  ResponseEntity<String> map() {
    return Pictures.of(MapDrawing.of(running.map()));
  }

  @GetMapping(path = "/routes/{route}.svg", produces = Pictures.SVG)
  @Operation(summary = "One running route with its steps, as a picture")
  ResponseEntity<String> picture(@PathVariable String route) {
    RouteMap map = running.map();
    return Pictures.of(RouteDrawing.of(map, known(map, route)));
  }

  private static MappedRoute known(RouteMap map, String route) {
    return map.route(route)
        .orElseThrow(
            () ->
                WrongRequest.notFound(
                    "No route '" + route + "' runs here.",
                    "Look at /api/v1/routes for what does."));
  }
}
