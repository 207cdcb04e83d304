package io.ledgerway.way;

import io.ledgerway.routemap.RouteMap;
import io.ledgerway.sql.SqlFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds out which way a document went. Thread-safe. */
@Component
public class Ways {

  private final JdbcClient jdbc;

  Ways(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The way of a document through the routes that run now. */
  public Way of(Story story, RouteMap map) {
    return of(story, map, handlers(story));
  }

  /** How many engines, one after the other, have had to do with each batch. */
  private Map<UUID, Integer> handlers(Story story) {
    Map<UUID, Integer> handlers = new HashMap<>();
    UUID[] batches =
        story.history().stream()
            .map(Story.Change::batch)
            .filter(Objects::nonNull)
            .distinct()
            .toArray(UUID[]::new);
    jdbc.sql(SqlFile.read("way/batches"))
        .param("batches", batches)
        .query(
            row -> {
              handlers.put(row.getObject("id", UUID.class), row.getInt("attempts"));
            });
    return handlers;
  }

  /**
   * @param handlers how often each batch was taken up
   */
  static Way of(Story story, RouteMap map, Map<UUID, Integer> handlers) {
    Places places = new Places(map);
    List<Stop> stops = new ArrayList<>();
    Story.Change before = null;
    for (Story.Change change : story.history()) {
      stops.add(stop(change, leg(before, change, story, handlers), story, places));
      if (change.toldAt() != null && !story.undoes()) {
        stops.add(new Stop(change.toldAt(), Leg.TOLD.what(), null, true, places.out()));
      }
      before = change;
    }
    Map<UUID, Integer> calls = new HashMap<>();
    for (Story.Call call : story.calls()) {
      if (call.at() != null) {
        boolean first = calls.merge(call.batch(), 1, Integer::sum) == 1;
        stops.add(
            called(call, first && handlers.getOrDefault(call.batch(), 1) == 1, first, places));
      }
    }
    story.receipts().forEach(receipt -> receipt(receipt, places, stops));
    if (story.confirmedAt() != null) {
      stops.add(
          new Stop(
              story.confirmedAt(),
              Leg.CONFIRMED.what(),
              null,
              true,
              places.confirming(story.source())));
    }
    stops.sort(Comparator.comparing(Stop::at));
    return Way.of(story, stops);
  }

  private static Leg leg(
      Story.Change before, Story.Change now, Story story, Map<UUID, Integer> handlers) {
    if (before == null || now.state().equals("RECEIVED") && now.version() > before.version()) {
      return story.undoes() ? Leg.ASKED : Leg.CAME;
    }
    Leg leg = Leg.of(before.state(), now.state());
    if (leg != Leg.POSTED && leg != Leg.NOT_POSTED) {
      return leg;
    }
    if (before.state().equals("UNCERTAIN")) {
      return Leg.SETTLED;
    }
    // Taken up again it may have been settled before that, with a part of its batch, or after it.
    return handlers.getOrDefault(now.batch(), 1) == 1 ? leg : Leg.POSTED_BY_EITHER;
  }

  private static Stop stop(Story.Change change, Leg leg, Story story, Places places) {
    if (leg == null) {
      return new Stop(change.at(), "It came into another state", change.state(), false, List.of());
    }
    List<Stop.Passed> through = leg == Leg.CAME ? places.in(story.source()) : places.of(leg);
    return new Stop(change.at(), leg.what(), change.state(), leg.isCertain(), through);
  }

  private static Stop called(Story.Call call, boolean sent, boolean first, Places places) {
    Leg leg = sent ? Leg.CALLED : Leg.CALLED_AGAIN;
    // The first call of a batch that was taken up is made by who sent it, or by who took it up.
    List<Stop.Passed> through = new ArrayList<>(places.of(first ? Leg.CALLED : Leg.CALLED_AGAIN));
    boolean certain = sent || !first;
    if (!certain) {
      through.addAll(places.of(Leg.CALLED_AGAIN));
    }
    String answer =
        call.status() == null ? ", without an answer" : ", and answered " + call.status();
    return new Stop(call.at(), leg.what() + answer, null, certain, through);
  }

  private static void receipt(Story.Receipt receipt, Places places, List<Stop> stops) {
    Leg leg = receipt.state().equals("ATTACHED") ? Leg.RECEIPT_ATTACHED : Leg.RECEIPT_TRIED;
    stops.add(new Stop(receipt.at(), leg.what(), null, true, places.of(leg)));
  }
}
