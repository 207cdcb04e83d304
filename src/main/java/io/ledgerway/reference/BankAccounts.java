package io.ledgerway.reference;

import io.ledgerway.sql.SqlFile;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which accounts cards and travel can post to. Thread-safe. */
@Component
public class BankAccounts {

  private final JdbcClient jdbc;

  BankAccounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Before a company's accounts have been read any id may be right. What is chosen already may be
   * chosen again, although it was archived since.
   *
   * @param chosen AccountIDs
   * @throws UnknownBankAccount when one of them is no active bank account of the company
   */
  public void require(String company, Collection<String> chosen) {
    jdbc
        .sql(SqlFile.read("reference/no-bank-accounts"))
        .param("company", company)
        .param("chosen", chosen.toArray(String[]::new))
        .query(String.class)
        .list()
        .stream()
        .findFirst()
        .ifPresent(
            id -> {
              throw new UnknownBankAccount(company, id);
            });
  }
}
