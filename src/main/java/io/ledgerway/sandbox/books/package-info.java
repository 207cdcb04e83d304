/** Organisations and the reference data in their books: accounts, taxes, tracking, contacts. */
package io.ledgerway.sandbox.books;
