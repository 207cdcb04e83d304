package io.ledgerway.sandbox.document;

import io.ledgerway.sandbox.books.Account;
import java.math.BigDecimal;
import java.time.LocalDate;

/** A payment that may be made. */
record WantedPayment(
    Document document,
    Account account,
    LocalDate date,
    BigDecimal amount,
    BigDecimal currencyRate,
    BigDecimal bankAmount,
    String reference,
    boolean reconciled) {}
