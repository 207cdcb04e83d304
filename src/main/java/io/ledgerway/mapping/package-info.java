/**
 * The {@code mapping:} component: JSONata files that turn one document into another, exact to the
 * cent, with errors that name file, line and column.
 */
package io.ledgerway.mapping;
