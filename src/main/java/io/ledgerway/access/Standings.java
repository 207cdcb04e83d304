package io.ledgerway.access;

import io.ledgerway.sql.SqlFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Looks up what who is asking may do. A user's roles are read anew with each request: what was
 * taken away is gone at once. Thread-safe.
 */
@Component
public class Standings {

  private final JdbcClient jdbc;

  Standings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Of whoever asks on this thread; empty when nobody is signed in, or no longer may be. */
  public Optional<Standing> now() {
    Authentication asking = SecurityContextHolder.getContext().getAuthentication();
    return asking != null && asking.getPrincipal() instanceof Caller caller
        ? of(caller)
        : Optional.empty();
  }

  private Optional<Standing> of(Caller caller) {
    if (caller.isUser()) {
      return ofUser(caller.name());
    }
    return Optional.of(
        new Standing(
            caller.name(),
            caller.name(),
            caller.role() == Role.OPERATOR,
            false,
            caller.company() == null ? Map.of() : Map.of(caller.company(), caller.role())));
  }

  private Optional<Standing> ofUser(String login) {
    List<Map<String, Object>> rows =
        jdbc.sql(SqlFile.read("access/roles")).param("login", login).query().listOfRows();
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Role> roles = new HashMap<>();
    rows.stream()
        .filter(row -> row.get("company") != null)
        .forEach(
            row -> roles.put((String) row.get("company"), Role.valueOf((String) row.get("role"))));
    Map<String, Object> first = rows.get(0);
    return Optional.of(
        new Standing(
            login,
            (String) first.get("name"),
            (Boolean) first.get("operator"),
            (Boolean) first.get("must_change"),
            roles));
  }
}
