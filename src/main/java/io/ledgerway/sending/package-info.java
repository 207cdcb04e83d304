/** Claims what is ready and makes the intent durable: batch, documents, key. Knows no answer. */
package io.ledgerway.sending;
