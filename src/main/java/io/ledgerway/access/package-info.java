/** Who may do what: users and keys, their roles in companies, and a rule for every request. */
package io.ledgerway.access;
