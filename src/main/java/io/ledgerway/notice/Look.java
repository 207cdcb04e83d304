package io.ledgerway.notice;

import io.ledgerway.problem.Problem.Actor;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One destination whose time to look has come.
 *
 * @param changes of its company that were counted before it looked
 * @param at its time of day; null when it is told at once
 */
record Look(UUID destination, long changes, LocalTime at, Set<Actor> actors, ZoneId zone) {

  static Look of(ResultSet row) throws SQLException {
    return new Look(
        row.getObject("id", UUID.class),
        row.getLong("changes"),
        row.getObject("at", LocalTime.class),
        actors(row.getArray("actors")),
        ZoneId.of(row.getString("zone")));
  }

  static Set<Actor> actors(Array names) throws SQLException {
    return Arrays.stream((String[]) names.getArray())
        .map(Actor::valueOf)
        .collect(Collectors.toUnmodifiableSet());
  }

  boolean isDaily() {
    return at != null;
  }
}
