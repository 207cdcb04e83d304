package io.ledgerway.hub;

import io.ledgerway.access.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pages that there are, in their order. Who adds a page adds a line. */
final class Navigation {

  private static final String SET_UP = "Set up";

  private static final List<Place> PLACES =
      List.of(
          new Place("Overview", "/", null, Role.VIEWER, "overview", false),
          new Place("Needs attention", "/attention", null, Role.VIEWER, "attention", true),
          new Place("Documents", "/documents", null, Role.VIEWER, "documents", false),
          new Place("Export", "/export", null, Role.VIEWER, "export", false),
          new Place("Connections", "/connections", SET_UP, Role.VIEWER, "connections", false),
          new Place("Import settings", "/import/accounts", SET_UP, Role.ADMIN, "download", false),
          new Place("Export settings", "/export/settings", SET_UP, Role.VIEWER, "settings", false),
          new Place("People and roles", "/people", SET_UP, Role.ADMIN, "people", false),
          new Place("Audit log", "/logs/audit", "Records", Role.VIEWER, "log", false));

  /**
   * Pages under one title.
   *
   * @param title null for the first ones
   */
  record Group(String title, List<Place> places) {}

  private Navigation() {}

  /** What the visitor may open; nothing where no company is looked at. */
  static List<Group> of(Visit visit) {
    Map<String, List<Place>> groups = new LinkedHashMap<>();
    PLACES.stream()
        .filter(place -> visit.may(place.least()))
        .forEach(
            place -> groups.computeIfAbsent(place.group(), title -> new ArrayList<>()).add(place));
    return groups.entrySet().stream()
        .map(group -> new Group(group.getKey(), group.getValue()))
        .toList();
  }
}
