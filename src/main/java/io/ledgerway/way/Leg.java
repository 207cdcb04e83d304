package io.ledgerway.way;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What can happen to a document, and by which steps: here, and nowhere else, it is said which of
 * them write what the ledger keeps. Routes are found by the steps that they have, so that one may
 * be called otherwise, or cut in two.
 */
enum Leg {
  CAME("It came in", true, at("intake:entry"), at("intake:store")),
  ASKED("Somebody asked for it", true),
  CHECKED("It was mapped and checked", true, at("checking:checked"), at("checking:open")),
  RELEASED(
      "It was released, to be checked again",
      false,
      at("sql:posting/release-held"),
      at("sql:posting/release-dependent-of"),
      at("sql:posting/release-dependent"),
      at("sql:posting/release-mended"),
      at("sql:posting/release-refused"),
      at("sql:posting/recheck-unconnected")),
  INTENDED("Its intent was written", true, at("sending:intend")),
  CALLED("Xero was called", true, at("sending:intend", "xero:*")),
  CALLED_AGAIN("Xero was called again", true, at("settling:due")),
  POSTED(
      "Xero's answer was compared with the intent", true, at("sending:intend", "settling:settle")),
  NOT_POSTED("Xero did not take it", true, at("sending:intend", null)),
  NOT_ANSWERED("No answer came that could be trusted", true, at("sending:intend", null)),
  SETTLED("It was found out what became of the call", true, at("settling:due")),
  POSTED_BY_EITHER(
      "It was found out what became of the call", false, at("sending:intend"), at("settling:due")),
  UNDONE("What undoes it was posted", false, at("sending:intend"), at("settling:due")),
  TOLD(
      "Its source was told",
      true,
      at("sql:posting/untold"),
      at("telling:write-down"),
      at("posting:outcome"),
      at("kafka:*")),
  RECEIPT_ATTACHED("A receipt was attached", true, at("receipt:open", "receipt:settle")),
  RECEIPT_TRIED("A receipt was not attached", true, at("receipt:open")),
  CONFIRMED("Its source was told that it is posted", true, at("polling:ask"));

  /**
   * A step in a route.
   *
   * @param route the step by which its route is known
   * @param step the one that did it; null where that may have been one of several
   */
  record Place(String route, String step) {}

  /** What a change from one state into another says; the first state stands for both. */
  private static final Map<String, Leg> CHANGES = new TreeMap<>();

  static {
    for (String checked : List.of("READY", "HELD", "NOTHING_TO_POST")) {
      CHANGES.put("RECEIVED " + checked, CHECKED);
    }
    for (String before :
        List.of("RECEIVED", "HELD", "READY", "NOTHING_TO_POST", "UNDONE", "POSTED", "DIFFERENT")) {
      CHANGES.put(before + " RECEIVED", RELEASED);
    }
    CHANGES.put("READY SENDING", INTENDED);
    for (String sent : List.of("SENDING", "UNCERTAIN")) {
      CHANGES.put(sent + " POSTED", POSTED);
      CHANGES.put(sent + " DIFFERENT", POSTED);
      CHANGES.put(sent + " HELD", NOT_POSTED);
      CHANGES.put(sent + " READY", NOT_POSTED);
    }
    CHANGES.put("SENDING UNCERTAIN", NOT_ANSWERED);
    CHANGES.put("POSTED UNDONE", UNDONE);
    CHANGES.put("DIFFERENT UNDONE", UNDONE);
    // What its source says of what stands in Xero, without a new version.
    CHANGES.put("POSTED DIFFERENT", CAME);
    CHANGES.put("DIFFERENT POSTED", CAME);
  }

  private final String what;
  private final boolean certain;
  private final List<Place> places;

  Leg(String what, boolean certain, Place... places) {
    this.what = what;
    this.certain = certain;
    this.places = List.of(places);
  }

  private static Place at(String step) {
    return new Place(step, step);
  }

  private static Place at(String route, String step) {
    return new Place(route, step);
  }

  /** What a change of state says by itself; null of one that the ledger does not know. */
  static Leg of(String from, String to) {
    return CHANGES.get(from + " " + to);
  }

  String what() {
    return what;
  }

  /** Whether the document went through all of its places, or one of them. */
  boolean isCertain() {
    return certain;
  }

  List<Place> places() {
    return places;
  }

  /** Every step that is named anywhere here. */
  static List<String> steps() {
    List<String> steps = new ArrayList<>();
    for (Leg leg : values()) {
      leg.places.forEach(
          place -> {
            steps.add(place.route);
            if (place.step != null) {
              steps.add(place.step);
            }
          });
    }
    return steps;
  }
}
