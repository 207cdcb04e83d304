/**
 * How a line of the log looks: what it names is quoted, so that no name can look like another line,
 * and no failure brings the rows of the database along.
 */
package io.ledgerway.log;
