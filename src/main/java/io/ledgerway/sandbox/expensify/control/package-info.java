/** The switches under {@code /sandbox}, which need no credential. */
package io.ledgerway.sandbox.expensify.control;
