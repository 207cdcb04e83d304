/** What was asked: the log, the counts, and the limits that are kept by them. */
package io.ledgerway.sandbox.expensify.calls;
