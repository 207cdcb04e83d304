package io.ledgerway.hub;

import io.ledgerway.access.NamesCompany;
import io.ledgerway.sql.SqlFile;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Documents in Xero link to their page by their id alone: whose one is, the ledger says. */
@Component
class CompanyOfPosting implements NamesCompany {

  private static final String COMPANY = SqlFile.read("hub/company-of-posting");

  private final JdbcClient jdbc;

  CompanyOfPosting(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<String> companyOf(String pattern, Map<String, String> variables) {
    return pattern.startsWith(OneDocument.HERE)
        ? id(variables.get("id")).flatMap(this::companyOf)
        : Optional.empty();
  }

  static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Optional<String> companyOf(UUID posting) {
    return jdbc.sql(COMPANY).param("id", posting).query(String.class).optional();
  }
}
