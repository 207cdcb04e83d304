/** What the double holds: workspaces, people with their reports, credentials. */
package io.ledgerway.sandbox.expensify.company;
