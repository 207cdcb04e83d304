/**
 * The files that people edit, routes and mappings, as whole editions: what an engine works with is
 * a copy of both folders that nobody edits.
 */
package io.ledgerway.edition;
