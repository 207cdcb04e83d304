/** Bank transactions, invoices and credit notes: how they are read, checked, computed and shown. */
package io.ledgerway.sandbox.document;
