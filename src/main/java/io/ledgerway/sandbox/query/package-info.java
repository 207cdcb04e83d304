/** Xero's {@code where} and {@code order}, {@code If-Modified-Since} and paging. */
package io.ledgerway.sandbox.query;
