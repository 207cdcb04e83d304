/** The jobs that can be ordered: sources.md 1.3. */
package io.ledgerway.sandbox.expensify.job;
