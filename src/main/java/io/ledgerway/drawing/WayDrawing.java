package io.ledgerway.drawing;

import io.ledgerway.routemap.MappedRoute;
import io.ledgerway.routemap.RouteMap;
import io.ledgerway.way.Stop;
import io.ledgerway.way.Way;
import java.util.ArrayList;
import java.util.List;

/** The way of one document: what happened to it, from above to below, and the routes in which. */
public final class WayDrawing {

  private static final int WIDTH = 480;

  /** From where the picture of a way is to where those of routes are. */
  private static final String ROUTES = "../../../../routes/";

  private final RouteMap map;
  private final Way way;

  private WayDrawing(RouteMap map, Way way) {
    this.map = map;
    this.way = way;
  }

  public static String of(RouteMap map, Way way) {
    return new WayDrawing(map, way).svg();
  }

  private String svg() {
    List<Block> stops = new ArrayList<>();
    way.stops().forEach(stop -> stops.add(new Frame(block(stop))));
    String says = "It is " + way.state() + ".";
    return Svg.of(
        "The way of posting " + way.posting(),
        says + " It went through " + String.join(", ", way.routes()) + ".",
        new Stack(
            List.of(
                new Caption("The way of a document", List.of("" + way.posting(), says), WIDTH),
                new Stack(stops, true)),
            false));
  }

  private Block block(Stop stop) {
    String state = stop.state() == null ? "" : " · " + stop.state();
    Block caption = new Caption(stop.what(), List.of(stop.at() + state + unknown(stop)), WIDTH);
    if (stop.through().isEmpty()) {
      return caption;
    }
    return new Stack(
        List.of(
            caption,
            stop.certain()
                ? new Stack(stop.through().stream().map(this::box).toList(), true)
                : oneOf(stop)),
        false);
  }

  private static String unknown(Stop stop) {
    return stop.through().isEmpty() ? " · by no route" : "";
  }

  private Box box(Stop.Passed passed) {
    String says = map.route(passed.route()).map(MappedRoute::description).orElse(null);
    return new Box(
        "",
        passed.route(),
        passed.steps(),
        null,
        passed.route() + (says == null ? "" : "\n" + says),
        ROUTES + RouteDrawing.file(passed.route()));
  }

  private static Box oneOf(Stop stop) {
    List<String> routes = stop.through().stream().map(Stop.Passed::route).distinct().toList();
    return new Box(
        "open",
        "one of these, or on request",
        routes,
        null,
        "The ledger does not say which: " + String.join(", ", routes),
        null);
  }
}
