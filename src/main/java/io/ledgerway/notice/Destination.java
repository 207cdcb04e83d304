package io.ledgerway.notice;

import io.ledgerway.problem.Problem.Actor;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

/**
 * Where a company wants notices, as it was chosen. Immutable.
 *
 * @param url of a webhook alone
 * @param addresses of e-mail alone
 * @param at the time of day of a daily one, by the clock of the company's zone
 * @param actors whose needs are told; none named: everybody's
 * @param switchedOffBecause what its receiver said; null when nobody but a person switched it off
 * @param secretSetAt of a webhook
 * @param nextAt when it is looked for news next; null while nothing has changed
 */
public record Destination(
    UUID id,
    Kind kind,
    String url,
    List<String> addresses,
    When when,
    LocalTime at,
    String zone,
    List<Actor> actors,
    boolean enabled,
    String switchedOffBecause,
    Instant secretSetAt,
    Instant nextAt) {

  /** How notices get there. */
  public enum Kind {
    /** A record in the topic that the operator named. */
    TOPIC,
    /** A signed request. */
    WEBHOOK,
    EMAIL
  }

  /** How soon. */
  public enum When {
    /** When something is new, grew very much or is solved, gathered for a short while. */
    AT_ONCE,
    /** All that stands open at a time of day, when anything has changed. */
    DAILY
  }

  /**
   * What somebody chooses.
   *
   * @param id of one that there is; null for a new one
   * @param secret null leaves it as it is
   * @param enabled null leaves it as it is; a new one is on
   */
  public record Change(
      UUID id,
      Kind kind,
      String url,
      List<String> addresses,
      When when,
      LocalTime at,
      List<Actor> actors,
      String secret,
      Boolean enabled) {

    /** A record would say it. */
    @Override
    public String toString() {
      return "Change[" + id + " " + kind + "]";
    }
  }
}
