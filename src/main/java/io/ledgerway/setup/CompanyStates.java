package io.ledgerway.setup;

import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.reference.UnknownCompany;
import io.ledgerway.sql.SqlFile;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says how far companies are. Thread-safe. */
@Component
public class CompanyStates {

  private final JdbcClient jdbc;

  CompanyStates(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @throws UnknownCompany when no such company is set up here
   */
  public CompanyState of(String company) {
    return jdbc.sql(SqlFile.read("setup/company-state"))
        .param("company", company)
        .query(CompanyState.class)
        .optional()
        .orElseThrow(() -> new UnknownCompany(company));
  }

  /**
   * @throws LedgerwayException whose code is the state, when the company neither imports nor
   *     exports
   */
  public void requireActive(String company) {
    require(company, Set.of(CompanyState.ACTIVE));
  }

  /**
   * @throws LedgerwayException whose code is the state, when Xero cannot be read
   */
  public void requireConnected(String company) {
    require(company, Set.of(CompanyState.ACTIVE, CompanyState.SETUP_INCOMPLETE));
  }

  private void require(String company, Set<CompanyState> wanted) {
    CompanyState state = of(company);
    if (!wanted.contains(state)) {
      throw new LedgerwayException(state.name(), state.reason(), state.action())
          .with("company", company);
    }
  }
}
