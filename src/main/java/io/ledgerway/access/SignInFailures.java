package io.ledgerway.access;

import io.ledgerway.sql.SqlFile;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts wrong passwords in a row: five of a login from one address, fifty of a login, a hundred
 * from an address; then nothing is tried until a quarter of an hour has passed without a failure.
 * So nobody locks another out with a few wrong guesses, and nobody guesses for long. Counted for
 * all instances together. Thread-safe.
 */
@Component
class SignInFailures {

  private static final Duration FORGOTTEN = Duration.ofMinutes(15);

  private final JdbcClient jdbc;
  private final Clock clock;

  SignInFailures(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** How many attempts are left; none or fewer when nothing may be tried. */
  int left(String login, String address) {
    Map<String, Integer> failed = new HashMap<>();
    jdbc.sql(SqlFile.read("access/failures"))
        .param("subjects", subjects(login, address))
        .param("since", Timestamp.from(since()))
        .query(
            row -> {
              failed.put(row.getString("subject"), row.getInt("failed"));
            });
    String[] subjects = subjects(login, address);
    return Math.min(
        5 - failed.getOrDefault(subjects[0], 0),
        Math.min(
            50 - failed.getOrDefault(subjects[1], 0), 100 - failed.getOrDefault(subjects[2], 0)));
  }

  void failed(String login, String address) {
    jdbc.sql(SqlFile.read("access/failed"))
        .param("subjects", subjects(login, address))
        .param("now", Timestamp.from(clock.instant()))
        .param("since", Timestamp.from(since()))
        .update();
  }

  /** What an address did stays counted: it may guess at others. */
  void forget(String login, String address) {
    String[] subjects = subjects(login, address);
    jdbc.sql(SqlFile.read("access/forget-failures"))
        .param("subjects", new String[] {subjects[0], subjects[1]})
        .param("since", Timestamp.from(since()))
        .update();
  }

  private Instant since() {
    return clock.instant().minus(FORGOTTEN);
  }

  private static String[] subjects(String login, String address) {
    String known = login.length() > 200 ? login.substring(0, 200) : login;
    return new String[] {"of " + known + " from " + address, "of " + known, "from " + address};
  }
}
