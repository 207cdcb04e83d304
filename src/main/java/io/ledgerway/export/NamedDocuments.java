package io.ledgerway.export;

import io.ledgerway.export.Begun.NotTaken;
import io.ledgerway.sql.SqlFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says of documents that somebody named why an export does not have them. Thread-safe. */
@Component
class NamedDocuments {

  private static final String STAND = SqlFile.read("export/stand");
  private static final List<String> ON_THE_WAY =
      List.of("RECEIVED", "HELD", "READY", "SENDING", "UNCERTAIN");

  private final JdbcClient jdbc;

  NamedDocuments(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Standing(String source, String state, boolean undoes, UUID run) {}

  /**
   * @param ids null when none were named
   * @param on the sources that are not switched off
   */
  List<NotTaken> outside(UUID run, String company, List<UUID> ids, List<String> on) {
    if (ids == null) {
      return List.of();
    }
    Map<UUID, Standing> stand = new HashMap<>();
    jdbc.sql(STAND)
        .param("company", company)
        .param("ids", ids.toArray(UUID[]::new))
        .query(
            row -> {
              stand.put(row.getObject("id", UUID.class), standing(row));
            });
    return ids.stream()
        .distinct()
        .map(id -> why(id, stand.get(id), run, on))
        .filter(Objects::nonNull)
        .toList();
  }

  private static NotTaken why(UUID id, Standing its, UUID run, List<String> on) {
    if (its == null) {
      return new NotTaken(id, "UNKNOWN", "The company has no such document.", null, null);
    }
    if (run.equals(its.run())) {
      return null;
    }
    if (!ON_THE_WAY.contains(its.state())) {
      return because(
          id, its, "NOTHING_TO_SEND", "It is " + its.state() + ": there is nothing to send.");
    }
    if (its.run() != null) {
      return because(id, its, "ASKED_FOR_ALREADY", "Another export has it.");
    }
    if (its.undoes()) {
      return because(id, its, "GOES_BY_ITSELF", "Undoing waits for no export.");
    }
    return on.contains(its.source())
        ? because(id, its, "GOES_BY_ITSELF", "It is on its way already.")
        : because(
            id,
            its,
            "EXPORT_OFF",
            "It is of " + its.source() + ", which was not asked for, or is switched off.");
  }

  private static NotTaken because(UUID id, Standing its, String code, String message) {
    return new NotTaken(id, code, message, its.state(), its.run());
  }

  private static Standing standing(ResultSet row) throws SQLException {
    return new Standing(
        row.getString("source"),
        row.getString("state"),
        row.getBoolean("undoes"),
        row.getObject("export_run", UUID.class));
  }
}
