/** What we promise to those who send and receive messages. */
package io.ledgerway.contract;
