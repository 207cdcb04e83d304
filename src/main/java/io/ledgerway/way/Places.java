package io.ledgerway.way;

import io.ledgerway.routemap.MappedRoute;
import io.ledgerway.routemap.MappedStep;
import io.ledgerway.routemap.RouteLink;
import io.ledgerway.routemap.RouteMap;
import java.util.ArrayList;
import java.util.List;

/** Finds in the map of what runs where something happens to documents. */
final class Places {

  private final RouteMap map;

  Places(RouteMap map) {
    this.map = map;
  }

  /** Each route that has such a place, with the steps. */
  List<Stop.Passed> of(Leg leg) {
    List<Stop.Passed> found = new ArrayList<>();
    for (Leg.Place place : leg.places()) {
      for (MappedRoute route : map.doing(place.route())) {
        found.add(passed(route, place.step()));
      }
    }
    return found;
  }

  /** The way in: what reads records, what takes in many, and what makes an entry of one. */
  List<Stop.Passed> in(String source) {
    List<MappedRoute> ofOne =
        map.doing("intake:entry").stream()
            .filter(route -> !route.doing("mapping:" + source + "/*").isEmpty())
            .toList();
    List<MappedRoute> ofMany =
        ofOne.stream()
            .flatMap(route -> leadingTo(route).stream())
            .filter(route -> !route.doing("intake:store").isEmpty())
            .distinct()
            .toList();
    List<Stop.Passed> way = new ArrayList<>();
    for (MappedRoute many : ofMany) {
      List<RouteLink> from = map.to(many);
      // Where records come in several ways the ledger does not say which of them it was.
      if (from.size() == 1) {
        way.add(new Stop.Passed(from.get(0).route(), List.of(from.get(0).step())));
      }
    }
    ofMany.forEach(route -> way.add(passed(route, "intake:store")));
    ofOne.forEach(route -> way.add(passed(route, "intake:entry")));
    return way;
  }

  /** The way out: of a company, of some outcomes, of one, and to the broker. */
  List<Stop.Passed> out() {
    List<Stop.Passed> way = new ArrayList<>();
    map.doing("sql:posting/untold").forEach(r -> way.add(passed(r, "sql:posting/untold")));
    for (MappedRoute one : map.doing("posting:outcome")) {
      for (MappedRoute some : leadingTo(one)) {
        way.add(passed(some, "telling:write-down"));
        way.add(passed(one, "posting:outcome"));
        map.from(some).stream()
            .flatMap(link -> map.route(link.to()).stream())
            .filter(route -> !route.doing("kafka:*").isEmpty())
            .forEach(route -> way.add(passed(route, "kafka:*")));
      }
    }
    return way;
  }

  /** The route by which a source is told that a document is posted. */
  List<Stop.Passed> confirming(String source) {
    return map.routes().stream()
        .filter(route -> route.from().equals("direct:" + source + "-confirm"))
        .map(route -> passed(route, "polling:ask"))
        .toList();
  }

  private List<MappedRoute> leadingTo(MappedRoute route) {
    return map.to(route).stream()
        .map(RouteLink::route)
        .distinct()
        .flatMap(id -> map.route(id).stream())
        .toList();
  }

  private static Stop.Passed passed(MappedRoute route, String step) {
    return new Stop.Passed(
        route.id(),
        step == null ? List.of() : route.doing(step).stream().map(MappedStep::id).toList());
  }
}
