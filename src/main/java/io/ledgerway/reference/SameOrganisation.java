package io.ledgerway.reference;

import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.sql.SqlFile;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets what was read from an organisation be stored only while the company is connected to it: an
 * answer may be on its way while somebody connects the company to another one. Thread-safe.
 */
@Component
class SameOrganisation {

  private static final String LOCK = SqlFile.read("reference/lock-company");
  private static final String CONNECTED = SqlFile.read("reference/connected");

  private final NamedParameterJdbcTemplate jdbc;
  private final TransactionTemplate transaction;

  SameOrganisation(NamedParameterJdbcTemplate jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * @param tenantId the organisation that answered; null when it is not known
   * @throws LedgerwayException {@code ORGANISATION_CHANGED}, and nothing is done
   */
  <T> T store(String company, String tenantId, Supplier<T> work) {
    return transaction.execute(
        status -> {
          // Whoever connects the company to another organisation holds this until that is done.
          Map<String, String> row = Map.of("company", company);
          jdbc.update(LOCK, row);
          if (tenantId != null
              && !jdbc.queryForList(CONNECTED, row, String.class).contains(tenantId)) {
            throw new LedgerwayException(
                    "ORGANISATION_CHANGED",
                    "The company was connected to another organisation while this one was read.",
                    "The other one is read by itself.")
                .with("company", company);
          }
          return work.get();
        });
  }
}
