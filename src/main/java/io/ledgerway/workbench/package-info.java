/** The command line of those who edit routes and mappings; it starts no engine. */
package io.ledgerway.workbench;
