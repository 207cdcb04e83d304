/**
 * What a source's own file says of it, and what each company chose for it: settings, and tables
 * that give the source's values their Xero records.
 */
package io.ledgerway.source;
