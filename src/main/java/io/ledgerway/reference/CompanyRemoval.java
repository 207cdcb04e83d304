package io.ledgerway.reference;

import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.sql.SqlFile;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Forgets companies that were set up by mistake. Thread-safe. */
@Component
public class CompanyRemoval {

  private final JdbcClient jdbc;

  CompanyRemoval(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @throws UnknownCompany when no such company is set up
   * @throws LedgerwayException {@code COMPANY_CONNECTED} or {@code COMPANY_HAS_DOCUMENTS}; nothing
   *     is removed then
   */
  public void remove(String company) {
    String obstacle =
        jdbc.sql(SqlFile.read("reference/removal-obstacle"))
            .param("company", company)
            .query(String.class)
            .optional()
            .orElseThrow(() -> new UnknownCompany(company));
    if (obstacle.equals("CONNECTED")) {
      throw new LedgerwayException(
              "COMPANY_CONNECTED",
              "The company is connected to its Xero organisation.",
              "Disable the connection first.")
          .with("company", company);
    }
    if (obstacle.equals("DOCUMENTS")) {
      throw hasDocuments(company);
    }
    try {
      jdbc.sql("delete from company where id = :company").param("company", company).update();
    } catch (DataIntegrityViolationException e) {
      // A document came at this very moment.
      throw hasDocuments(company);
    }
  }

  private static LedgerwayException hasDocuments(String company) {
    return new LedgerwayException(
            "COMPANY_HAS_DOCUMENTS",
            "The company has documents, which are the evidence of what was posted.",
            "Disable its connection instead: then nothing is imported or exported.")
        .with("company", company);
  }
}
