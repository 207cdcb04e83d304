package io.ledgerway.notice;

import io.ledgerway.notice.Need.About;
import io.ledgerway.problem.Problem.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a company needs somebody for, beside what a destination was told of it. Immutable.
 *
 * @param open what the notice says of what stands open
 * @param solved what the notice says to be solved
 * @param missed not found for the first time: it is solved when that stays so
 * @param found again before it was said to be solved
 * @param foreign what the destination is no longer told of
 * @param waits whether something has yet to stay missing before it is solved
 */
record Compared(
    List<Open> open,
    List<ToldNeed> solved,
    List<ToldNeed> missed,
    List<ToldNeed> found,
    List<ToldNeed> foreign,
    boolean news,
    boolean waits) {

  /** So many times as many as were told are worth another word. */
  private static final int GROWN = 10;

  /** How it stands with what is open. */
  enum Status {
    NEW,
    GROWN,
    OPEN
  }

  /** A need, and what is new of it. */
  record Open(Need need, Status status) {}

  /** At once: what is new of it, alone. */
  static Compared atOnce(
      Needs.Found present, List<ToldNeed> told, Set<Actor> actors, Instant now, Duration settle) {
    Sides sides = Sides.of(present, told, actors);
    List<Open> open = sides.open().stream().filter(each -> each.status() != Status.OPEN).toList();
    List<ToldNeed> solved = new ArrayList<>();
    List<ToldNeed> missed = new ArrayList<>();
    for (ToldNeed each : sides.gone()) {
      if (each.missingSince() == null) {
        missed.add(each);
      } else if (!each.missingSince().isAfter(now.minus(settle))) {
        solved.add(each);
      }
    }
    return new Compared(
        open,
        solved,
        missed,
        sides.back(),
        sides.foreign(),
        !open.isEmpty() || !solved.isEmpty(),
        sides.gone().size() > solved.size());
  }

  /** Day by day: all that stands open, when anything is other than the last time. */
  static Compared daily(Needs.Found present, List<ToldNeed> told, Set<Actor> actors) {
    Sides sides = Sides.of(present, told, actors);
    boolean news =
        !sides.gone().isEmpty()
            || sides.open().stream()
                .anyMatch(each -> each.status() == Status.NEW || sides.isOtherNumber(each.need()));
    return new Compared(
        news ? sides.open() : List.of(),
        sides.gone(),
        List.of(),
        List.of(),
        sides.foreign(),
        news,
        false);
  }

  private record Sides(
      List<Open> open,
      List<ToldNeed> gone,
      List<ToldNeed> back,
      List<ToldNeed> foreign,
      Map<String, ToldNeed> told) {

    static Sides of(Needs.Found present, List<ToldNeed> told, Set<Actor> actors) {
      Map<String, ToldNeed> known =
          told.stream().collect(Collectors.toMap(ToldNeed::identity, Function.identity()));
      List<Open> open =
          present.needs().stream()
              .filter(need -> isFor(actors, need.actor().name()))
              .map(need -> new Open(need, status(need, known.get(need.identity()))))
              .toList();
      Set<String> here =
          open.stream().map(each -> each.need().identity()).collect(Collectors.toSet());
      return new Sides(
          open,
          told.stream()
              .filter(each -> isFor(actors, each.actor()))
              .filter(each -> present.whole() && !here.contains(each.identity()))
              .toList(),
          open.stream()
              .map(each -> known.get(each.need().identity()))
              .filter(Objects::nonNull)
              .filter(each -> each.missingSince() != null)
              .toList(),
          told.stream().filter(each -> !isFor(actors, each.actor())).toList(),
          known);
    }

    boolean isOtherNumber(Need need) {
      ToldNeed before = told.get(need.identity());
      return before != null && before.number() != need.number();
    }

    private static boolean isFor(Set<Actor> actors, String actor) {
      return actors.isEmpty() || actors.contains(Actor.valueOf(actor));
    }

    private static Status status(Need need, ToldNeed told) {
      if (told == null) {
        return Status.NEW;
      }
      // How many documents wait for the company as a whole is nothing that somebody could mend.
      return need.about() != About.COMPANY && need.number() >= GROWN * Math.max(1, told.number())
          ? Status.GROWN
          : Status.OPEN;
    }
  }
}
