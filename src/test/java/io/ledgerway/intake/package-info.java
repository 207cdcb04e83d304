/** What comes in, however it was made. */
package io.ledgerway.intake;
