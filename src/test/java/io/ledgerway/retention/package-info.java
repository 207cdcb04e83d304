/** Tests of how long things are kept. */
package io.ledgerway.retention;
