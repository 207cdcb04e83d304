/**
 * What a Xero document is: the facts of each resource in one place, what Xero would refuse, what
 * its refusals mean, and whether what it holds is what was meant. Knows no ledger.
 */
package io.ledgerway.document;
