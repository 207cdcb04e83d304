/** By what bytes are known again. */
package io.ledgerway.digest;
