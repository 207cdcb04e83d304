package io.ledgerway.drawing;

import io.ledgerway.routemap.Counts;
import io.ledgerway.routemap.MappedRoute;
import io.ledgerway.routemap.MappedStep;
import io.ledgerway.routemap.RouteLink;
import io.ledgerway.routemap.RouteMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One route with all its steps, from above to below; beside it what it does when it fails. */
public final class RouteDrawing {

  private final RouteMap map;
  private final MappedRoute route;

  private RouteDrawing(RouteMap map, MappedRoute route) {
    this.map = map;
    this.route = route;
  }

  public static String of(RouteMap map, MappedRoute route) {
    return new RouteDrawing(map, route).svg();
  }

  private String svg() {
    List<Block> main = new ArrayList<>(List.of(beginning()));
    List<Block> whenItFails = new ArrayList<>();
    for (MappedStep step : route.steps()) {
      (step.isBranch() ? whenItFails : main).add(block(step));
    }
    Block steps = new Stack(main, true);
    Block all =
        whenItFails.isEmpty() ? steps : new Columns(List.of(steps, new Stack(whenItFails, false)));
    Caption caption =
        new Caption(
            route.id(),
            List.of(says(), "Counted in this engine since " + map.countedSince() + "."),
            Math.max(all.width(), 600));
    return Svg.of("Route " + route.id(), says(), new Stack(List.of(caption, all), false));
  }

  private String says() {
    return route.description() == null ? "Its steps." : route.description();
  }

  private Box beginning() {
    return box(
        route.from(),
        "from · " + route.status(),
        route.counts(),
        "from " + route.from(),
        null,
        !route.isStarted());
  }

  private Block block(MappedStep step) {
    Box box =
        box(
            step.label(),
            step.kind(),
            step.counts(),
            step.kind() + " " + step.label() + place(step),
            link(step),
            false);
    if (step.steps().isEmpty()) {
      return box;
    }
    List<Block> main = new ArrayList<>();
    List<Block> columns = new ArrayList<>();
    step.steps().forEach(each -> (each.isBranch() ? columns : main).add(block(each)));
    if (!main.isEmpty()) {
      columns.add(0, new Stack(main, true));
    }
    return new Frame(Branches.of(box, columns));
  }

  private static Box box(
      String name, String kind, Counts counts, String whole, String link, boolean off) {
    boolean failed = counts != null && counts.failures() > 0;
    return new Box(
        failed ? "failed" : off ? "off" : "",
        name,
        List.of(counts == null ? kind : kind + " · " + Words.of(counts)),
        failed ? Words.failures(counts) : null,
        counts == null ? whole : whole + "\n" + Words.whole(counts),
        link);
  }

  private static String place(MappedStep step) {
    return step.file() == null
        ? ""
        : "\n" + step.file() + (step.line() == null ? "" : ":" + step.line());
  }

  /** The picture of the route that it leads to, where that is one. */
  private String link(MappedStep step) {
    List<String> to =
        map.links().stream()
            .filter(RouteLink::carries)
            .filter(each -> each.route().equals(route.id()) && each.step().equals(step.id()))
            .map(RouteLink::to)
            .toList();
    return to.size() == 1 ? "./" + file(to.get(0)) : null;
  }

  static String file(String route) {
    return URLEncoder.encode(route, StandardCharsets.UTF_8).replace("+", "%20") + ".svg";
  }
}
