package io.ledgerway.api;

import io.ledgerway.reference.UnknownCompany;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers 404 for a company that is not set up here. Thread-safe. */
@Component
class KnownCompanies {

  private final JdbcClient jdbc;

  KnownCompanies(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void require(String company) {
    if (jdbc.sql("select id from company where id = :id")
        .param("id", company)
        .query()
        .listOfRows()
        .isEmpty()) {
      throw new UnknownCompany(company);
    }
  }
}
