package io.ledgerway.drawing;

import io.ledgerway.routemap.MappedRoute;
import io.ledgerway.routemap.RouteLink;
import io.ledgerway.routemap.RouteMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** All routes and how they lead to each other. Who rings which bell is told in words. */
public final class MapDrawing {

  private static final int WIDEST = 1_900;

  private MapDrawing() {}

  public static String of(RouteMap map) {
    Map<String, Block> boxes = new HashMap<>();
    map.routes().forEach(route -> boxes.put(route.id(), box(map, route)));
    List<Layers> groups =
        Layers.of(map, boxes).stream()
            .sorted(Comparator.comparing(Layers::height).reversed())
            .toList();
    List<Block> rows = new ArrayList<>();
    rows.add(
        new Caption(
            "What runs",
            List.of(
                map.routes().size()
                    + " routes. Counted in this engine since "
                    + map.countedSince()
                    + "."),
            600));
    List<Block> row = new ArrayList<>();
    for (Layers group : groups) {
      if (!row.isEmpty() && new Columns(row).width() + group.width() > WIDEST) {
        rows.add(new Columns(List.copyOf(row)));
        row.clear();
      }
      row.add(group);
    }
    rows.add(new Columns(row));
    return Svg.of(
        "What runs",
        "All routes of this engine, what went through them, and which leads to which.",
        new Stack(rows, false));
  }

  private static Box box(RouteMap map, MappedRoute route) {
    boolean failed = route.counts().failures() > 0;
    List<String> lines = new ArrayList<>(List.of(route.from()));
    String rings = rings(map, route);
    if (!rings.isEmpty()) {
      lines.add(rings);
    }
    lines.add((route.isStarted() ? "" : route.status() + " · ") + Words.of(route.counts()));
    return new Box(
        failed ? "failed" : route.isStarted() ? "" : "off",
        route.id(),
        lines,
        failed ? Words.failures(route.counts()) : null,
        route.id()
            + (route.description() == null ? "" : "\n" + route.description())
            + "\nfrom "
            + route.from()
            + (rings.isEmpty() ? "" : "\n" + rings)
            + "\n"
            + Words.whole(route.counts()),
        "routes/" + RouteDrawing.file(route.id()));
  }

  private static String rings(RouteMap map, MappedRoute route) {
    TreeSet<String> woken = new TreeSet<>();
    map.links().stream()
        .filter(link -> !link.carries() && link.route().equals(route.id()))
        .map(RouteLink::to)
        .forEach(woken::add);
    return woken.isEmpty() ? "" : "wakes " + String.join(", ", woken);
  }
}
