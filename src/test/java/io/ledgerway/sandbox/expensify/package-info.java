/** The double of Expensify, asked over HTTP as any client would. */
package io.ledgerway.sandbox.expensify;
