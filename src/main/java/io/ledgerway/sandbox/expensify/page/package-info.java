/** The page for people. */
package io.ledgerway.sandbox.expensify.page;
