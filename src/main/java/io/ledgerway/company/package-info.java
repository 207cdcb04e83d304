/** A company as people look at it: what it has chosen, and how it stands with Xero. */
package io.ledgerway.company;
