/** The way of a request: form, faults, limits, credential, job, answer, log. */
package io.ledgerway.sandbox.expensify.gate;
