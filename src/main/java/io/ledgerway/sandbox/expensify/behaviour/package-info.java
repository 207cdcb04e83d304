/** How the double behaves where nobody knows how Expensify does, and what goes wrong on purpose. */
package io.ledgerway.sandbox.expensify.behaviour;
