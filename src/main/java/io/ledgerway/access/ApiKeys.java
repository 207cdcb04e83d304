package io.ledgerway.access;

import com.github.f4b6a3.uuid.UuidCreator;
import io.ledgerway.sql.SqlFile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keys of programs: 32 random bytes, shown once; what is stored is their SHA-256. Thread-safe. */
@Component
public class ApiKeys {

  private static final Duration USED_TO_THE = Duration.ofMinutes(1);
  private static final String MARK = "lw_";

  private final JdbcClient jdbc;
  private final Clock clock;

  ApiKeys(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * A new key.
   *
   * @param key what the program sends; it cannot be shown again
   */
  public record Made(UUID id, String key) {

    /** Leaves the key out. */
    @Override
    public String toString() {
      return "Made[" + id + "]";
    }
  }

  /**
   * Makes a key.
   *
   * @param company null for one of an operator
   * @param expires null for one that does not
   */
  public Made make(String company, String name, Role role, Instant expires, String by) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    String key = MARK + MadePasswords.of(32);
    jdbc.sql(SqlFile.read("access/add-key"))
        .param("id", id)
        .param("prefix", key.substring(0, MARK.length() + 6))
        .param("hash", hash(key))
        .param("name", name)
        .param("company", company)
        .param("role", role.name())
        .param("now", Timestamp.from(clock.instant()))
        .param("by", by)
        .param("expires", expires == null ? null : Timestamp.from(expires))
        .update();
    return new Made(id, key);
  }

  /** A company's keys, or the operators', newest first; also those that ended. */
  public List<ApiKey> of(String company) {
    return jdbc.sql(SqlFile.read("access/keys"))
        .param("company", company)
        .query(ApiKey.class)
        .list();
  }

  /**
   * Ends a key at once.
   *
   * @return whether there was one in force
   */
  public boolean revoke(String company, UUID id) {
    return jdbc.sql(SqlFile.read("access/revoke-key"))
            .param("id", id)
            .param("company", company)
            .param("now", Timestamp.from(clock.instant()))
            .update()
        == 1;
  }

  /** Whose the key is; empty when it is nobody's, or no longer. */
  Optional<Caller> caller(String key) {
    if (!key.startsWith(MARK) || key.length() > 100) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    return jdbc
        .sql(SqlFile.read("access/key"))
        .param("hash", hash(key))
        .param("now", Timestamp.from(now))
        .query()
        .listOfRows()
        .stream()
        .findFirst()
        .map(row -> caller(row, now));
  }

  private Caller caller(Map<String, Object> row, Instant now) {
    Timestamp used = (Timestamp) row.get("used_at");
    if (used == null || used.toInstant().isBefore(now.minus(USED_TO_THE))) {
      jdbc.sql(SqlFile.read("access/key-used"))
          .param("id", row.get("id"))
          .param("now", Timestamp.from(now))
          .update();
    }
    return Caller.key(
        "key " + row.get("prefix"),
        (String) row.get("company"),
        Role.valueOf((String) row.get("role")));
  }

  private static byte[] hash(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JVM has SHA-256", e);
    }
  }
}
