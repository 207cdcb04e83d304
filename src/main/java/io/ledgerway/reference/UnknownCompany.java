package io.ledgerway.reference;

import io.ledgerway.problem.LedgerwayException;

/** A document or request names a company that is not set up here. */
public class UnknownCompany extends LedgerwayException {

  public UnknownCompany(String company) {
    super(
        "COMPANY_UNKNOWN",
        "No company '" + company + "' is set up here.",
        "Set the company up, or correct the company's id at the source.");
    with("company", company);
  }
}
