package io.ledgerway.drawing;

import io.ledgerway.routemap.MappedRoute;
import io.ledgerway.routemap.RouteLink;
import io.ledgerway.routemap.RouteMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Routes that lead to each other, in layers: each stands below all that lead to it. A line that
 * passes a layer has a place of its own there, so that none runs behind a box.
 */
final class Layers implements Block {

  private static final int BETWEEN = 56;
  private static final int BESIDE = 20;
  private static final int SWEEPS = 6;

  /** A box, or the place of a line that passes. */
  private static final class Place {
    private final Block box;
    private final List<Place> to = new ArrayList<>();

    Place(Block box) {
      this.box = box;
    }

    int width() {
      return box == null ? 8 : box.width();
    }

    int height() {
      return box == null ? 0 : box.height();
    }
  }

  private final List<List<Place>> layers;

  private Layers(List<List<Place>> layers) {
    this.layers = layers;
  }

  /** Those that have to do with each other, each such group by itself. */
  static List<Layers> of(RouteMap map, Map<String, Block> boxes) {
    Map<String, Set<String>> to = new LinkedHashMap<>();
    Map<String, Set<String>> beside = new HashMap<>();
    for (MappedRoute route : map.routes()) {
      to.put(route.id(), new LinkedHashSet<>());
      beside.put(route.id(), new LinkedHashSet<>());
    }
    for (RouteLink link : map.links()) {
      if (link.carries() && !link.route().equals(link.to())) {
        to.get(link.route()).add(link.to());
        beside.get(link.route()).add(link.to());
        beside.get(link.to()).add(link.route());
      }
    }
    List<Layers> groups = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    for (String route : to.keySet()) {
      if (!seen.contains(route)) {
        List<String> group = reached(route, beside, seen);
        groups.add(new Layers(layers(group, to, boxes)));
      }
    }
    return groups;
  }

  private static List<String> reached(
      String first, Map<String, Set<String>> beside, Set<String> seen) {
    List<String> group = new ArrayList<>(List.of(first));
    seen.add(first);
    for (int i = 0; i < group.size(); i++) {
      for (String next : beside.get(group.get(i))) {
        if (seen.add(next)) {
          group.add(next);
        }
      }
    }
    return group;
  }

  private static List<List<Place>> layers(
      List<String> group, Map<String, Set<String>> to, Map<String, Block> boxes) {
    Map<String, Integer> depths = depths(group, to);
    int deepest = depths.values().stream().mapToInt(each -> each).max().orElse(0);
    List<List<Place>> layers = new ArrayList<>();
    for (int i = 0; i <= deepest; i++) {
      layers.add(new ArrayList<>());
    }
    Map<String, Place> places = new LinkedHashMap<>();
    for (String route : group) {
      Place place = new Place(boxes.get(route));
      places.put(route, place);
      layers.get(depths.get(route)).add(place);
    }
    for (String route : group) {
      for (String next : to.get(route)) {
        Place from = places.get(route);
        for (int depth = depths.get(route) + 1; depth < depths.get(next); depth++) {
          Place passing = new Place(null);
          layers.get(depth).add(passing);
          from.to.add(passing);
          from = passing;
        }
        // What leads back up, in a circle, is left to the words of its step.
        if (depths.get(next) > depths.get(route)) {
          from.to.add(places.get(next));
        }
      }
    }
    for (int i = 0; i < SWEEPS; i++) {
      order(layers);
    }
    return layers;
  }

  /** The longest way to each; a circle is cut where it is first closed. */
  private static Map<String, Integer> depths(List<String> group, Map<String, Set<String>> to) {
    Map<String, Integer> depths = new HashMap<>();
    group.forEach(route -> depths.put(route, 0));
    for (int i = 0; i < group.size(); i++) {
      boolean moved = false;
      for (String route : group) {
        for (String next : to.get(route)) {
          if (depths.get(next) <= depths.get(route) && !leads(next, route, to)) {
            depths.put(next, depths.get(route) + 1);
            moved = true;
          }
        }
      }
      if (!moved) {
        break;
      }
    }
    return depths;
  }

  private static boolean leads(String from, String target, Map<String, Set<String>> to) {
    List<String> reached = new ArrayList<>(List.of(from));
    for (int i = 0; i < reached.size(); i++) {
      for (String next : to.get(reached.get(i))) {
        if (next.equals(target)) {
          return true;
        }
        if (!reached.contains(next)) {
          reached.add(next);
        }
      }
    }
    return false;
  }

  /** Each goes where those that lead to it stand, and then where those stand that it leads to. */
  private static void order(List<List<Place>> layers) {
    for (int i = 1; i < layers.size(); i++) {
      List<Place> above = layers.get(i - 1);
      Map<Place, Long> wanted = new HashMap<>();
      for (Place place : layers.get(i)) {
        wanted.put(
            place, middle(above.stream().filter(each -> leadsTo(each, place)).toList(), above));
      }
      layers.get(i).sort(Comparator.comparing(wanted::get));
    }
    for (int i = layers.size() - 2; i >= 0; i--) {
      List<Place> below = layers.get(i + 1);
      Map<Place, Long> wanted = new HashMap<>();
      for (Place place : layers.get(i)) {
        wanted.put(place, middle(place.to, below));
      }
      layers.get(i).sort(Comparator.comparing(wanted::get));
    }
  }

  private static boolean leadsTo(Place from, Place to) {
    return from.to.stream().anyMatch(each -> each == to);
  }

  private static long middle(List<Place> of, List<Place> layer) {
    return of.isEmpty()
        ? 0
        : of.stream().mapToLong(layer::indexOf).sum() * 1_000 / of.size() / layer.size();
  }

  @Override
  public int width() {
    return layers.stream().mapToInt(Layers::width).max().orElse(0);
  }

  private static int width(List<Place> layer) {
    return layer.stream().mapToInt(Place::width).sum() + BESIDE * (layer.size() - 1);
  }

  private static int height(List<Place> layer) {
    return layer.stream().mapToInt(Place::height).max().orElse(0);
  }

  @Override
  public int height() {
    return layers.stream().mapToInt(Layers::height).sum() + BETWEEN * (layers.size() - 1);
  }

  @Override
  public void draw(Svg svg, int x, int y) {
    Map<Place, int[]> at = new LinkedHashMap<>();
    int top = y;
    for (List<Place> layer : layers) {
      int left = x + (width() - width(layer)) / 2;
      for (Place place : layer) {
        at.put(place, new int[] {left, top, top + height(layer)});
        left += place.width() + BESIDE;
      }
      top += height(layer) + BETWEEN;
    }
    at.forEach((place, corner) -> place.to.forEach(to -> line(svg, place, corner, to, at.get(to))));
    at.forEach(
        (place, corner) -> {
          if (place.box != null) {
            place.box.draw(svg, corner[0], corner[1]);
          }
        });
  }

  /** Straight down to the end of the layer, then over to where it goes. */
  private static void line(Svg svg, Place from, int[] begins, Place to, int[] ends) {
    int x = begins[0] + from.width() / 2;
    int over = ends[0] + to.width() / 2;
    String path =
        String.format(
            Locale.ROOT,
            "M%d %dV%dC%d %d %d %d %d %d",
            x,
            begins[1] + from.height(),
            begins[2],
            x,
            begins[2] + BETWEEN / 2,
            over,
            ends[1] - BETWEEN / 2,
            over,
            ends[1]);
    if (to.box == null) {
      svg.line(path);
    } else {
      svg.arrow(path);
    }
  }
}
