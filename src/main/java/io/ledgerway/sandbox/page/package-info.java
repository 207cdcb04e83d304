/** The pages at {@code /}: what a person who debugs an integration wants to look at. */
package io.ledgerway.sandbox.page;
