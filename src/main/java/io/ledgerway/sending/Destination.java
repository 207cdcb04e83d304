package io.ledgerway.sending;

import io.ledgerway.posting.Statements;
import io.ledgerway.problem.LedgerwayException;

/** Which organisation a company's documents go to. Thread-safe. */
public class Destination {

  private final Statements statements;

  Destination(Statements statements) {
    this.statements = statements;
  }

  /** Its tenant id; null when the company is connected to none. */
  public String of(String company) {
    return statements.named("posting/tenant").value("company", company).list().stream()
        .map(row -> (String) row.get("tenant_id"))
        .findFirst()
        .orElse(null);
  }

  /**
   * Another organisation's books say nothing about an answer of this one. To be asked after the
   * books were taken.
   *
   * @param tenantId the organisation that answered; null when it is not known
   * @throws LedgerwayException {@code ORGANISATION_CHANGED}
   */
  public void requireStill(String tenantId, String company) {
    if (tenantId != null && !tenantId.equals(of(company))) {
      throw new LedgerwayException(
              "ORGANISATION_CHANGED",
              "The company was connected to another organisation while this one answered.",
              "It is settled when the company is connected to the former one again.")
          .with("company", company);
    }
  }
}
