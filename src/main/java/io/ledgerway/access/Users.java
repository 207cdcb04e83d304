package io.ledgerway.access;

import com.github.f4b6a3.uuid.UuidCreator;
import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.sql.SqlFile;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/** Those who sign in by name and password. Thread-safe. */
@Component
public class Users {

  private static final int SHORTEST = 12;
  private static final int LONGEST = 200;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final PasswordHashes hashes;
  private final EnvironmentPassword environment;
  private final FindByIndexNameSessionRepository<?> sessions;

  Users(
      JdbcClient jdbc,
      Clock clock,
      PasswordHashes hashes,
      EnvironmentPassword environment,
      FindByIndexNameSessionRepository<?> sessions) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.hashes = hashes;
    this.environment = environment;
    this.sessions = sessions;
  }

  /** As logins are stored and compared. */
  static String loginOf(String given) {
    return given == null ? "" : given.strip().toLowerCase(Locale.ROOT);
  }

  Optional<HubUser> find(String login) {
    return jdbc.sql(SqlFile.read("access/user"))
        .param("login", loginOf(login))
        .query(HubUser.class)
        .optional();
  }

  /**
   * Adds a user with a password that was made for them.
   *
   * @param password null for one who has none here
   * @return whether they were added; false when the login is taken
   */
  boolean add(String login, String name, String password, boolean operator) {
    return jdbc.sql(SqlFile.read("access/add-user"))
            .param("id", UuidCreator.getTimeOrderedEpoch())
            .param("login", loginOf(login))
            .param("name", name)
            .param("password", password == null ? null : hashes.of(password))
            .param("mustChange", password != null)
            .param("operator", operator)
            .param("now", Timestamp.from(clock.instant()))
            .update()
        == 1;
  }

  /**
   * Changes one's own password. All sessions of the user end but the one that it is done in.
   *
   * @param session id of that session
   * @throws LedgerwayException {@code PASSWORD_NOT_GOOD} with what is asked of one, or {@code
   *     PASSWORD_OF_ENVIRONMENT}
   */
  public void changePassword(String login, String password, String session) {
    if (environment.isOf(login)) {
      throw new LedgerwayException(
          "PASSWORD_OF_ENVIRONMENT",
          "This password is a setting of the engine.",
          "Change LEDGERWAY_ADMIN_PASSWORD, and start the engine again.");
    }
    requireGood(login, password);
    store(login, password, false);
    endSessions(login, session);
  }

  /** Gives a user another password that they must change, and ends their sessions. */
  void reset(String login, String password) {
    store(login, password, true);
    endSessions(login, null);
  }

  private void store(String login, String password, boolean mustChange) {
    jdbc.sql(SqlFile.read("access/change-password"))
        .param("login", loginOf(login))
        .param("password", hashes.of(password))
        .param("mustChange", mustChange)
        .update();
  }

  private void requireGood(String login, String password) {
    String wrong =
        password == null || password.length() < SHORTEST
            ? "A password has at least " + SHORTEST + " characters."
            : password.length() > LONGEST
                ? "A password has at most " + LONGEST + " characters."
                : password.equalsIgnoreCase(login)
                    ? "The password may not be your login."
                    : password.chars().distinct().count() < 5
                        ? "The password has fewer than five different characters."
                        : isPresent(login, password) ? "That is the password that you have." : null;
    if (wrong != null) {
      throw new LedgerwayException(
          "PASSWORD_NOT_GOOD", wrong, "Choose another: a few words in a row do well.");
    }
  }

  private boolean isPresent(String login, String password) {
    return find(login)
        .map(user -> user.password() != null && hashes.isOf(user.password(), password))
        .orElse(false);
  }

  private void endSessions(String login, String but) {
    sessions.findByPrincipalName(loginOf(login)).keySet().stream()
        .filter(id -> !id.equals(but))
        .forEach(sessions::deleteById);
  }

  void signedIn(String login) {
    jdbc.sql(SqlFile.read("access/signed-in"))
        .param("login", loginOf(login))
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }
}
