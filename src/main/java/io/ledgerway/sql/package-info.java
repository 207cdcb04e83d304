/** Reads the statements that live in files of their own. */
package io.ledgerway.sql;
