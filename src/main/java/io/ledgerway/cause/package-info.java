/**
 * What can stand in a document's way, each cause once: its code, its words, who must act, and which
 * changes release the document, whoever recognises it (a look-up in a mapping, a check of the
 * finished document, Xero's own answer).
 */
package io.ledgerway.cause;
