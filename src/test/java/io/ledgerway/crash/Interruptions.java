package io.ledgerway.crash;

import java.time.Duration;

/**
 * What comes in the way of a crash run, spread over its rounds.
 *
 * @param kills how often one of the engines is killed with SIGKILL, once a round
 * @param pauses in how many rounds one stands still (SIGSTOP) besides
 * @param pause for how long
 * @param kafkaAway for how long Kafka is stopped, once; PostgreSQL is killed once, too
 */
record Interruptions(int kills, int pauses, Duration pause, Duration kafkaAway) {

  boolean pausesIn(int round) {
    return pauses > 0
        && round % Math.max(1, kills / pauses) == 0
        && round / Math.max(1, kills / pauses) < pauses;
  }

  boolean databaseDiesIn(int round) {
    return round == kills / 2;
  }

  boolean kafkaStopsIn(int round) {
    return round == kills * 2 / 3;
  }

  /** One engine's clock is then further off than is tolerated. */
  boolean clockIsOffIn(int round) {
    return round == kills / 3;
  }

  /** After how many of them an outcome may have been told once more. */
  int all() {
    return kills + pauses + 2;
  }
}
