package io.ledgerway.sandbox.expensify.company;

import java.math.BigDecimal;

/**
 * @param rate per cent
 */
public record TaxRate(String rateID, String name, BigDecimal rate) {}
