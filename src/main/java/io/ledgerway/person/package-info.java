/** One person's data: where it is, and that it goes on request while the evidence stays. */
package io.ledgerway.person;
