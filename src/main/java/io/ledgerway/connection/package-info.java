/** Which Xero organisation a company is connected to, and the tokens that open it. */
package io.ledgerway.connection;
