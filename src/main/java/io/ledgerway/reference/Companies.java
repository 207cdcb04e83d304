package io.ledgerway.reference;

import io.ledgerway.sql.SqlFile;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Sets companies up. Thread-safe. */
@Component
public class Companies {

  private final NamedParameterJdbcTemplate jdbc;

  Companies(NamedParameterJdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Makes a company known, or renames it. Its other settings stay, or take their defaults. */
  public void setUp(String company, String name) {
    jdbc.update(SqlFile.read("reference/set-up-company"), Map.of("company", company, "name", name));
  }
}
