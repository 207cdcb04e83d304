/** Ten thousand records that somebody crafted, and the good ones between them. */
package io.ledgerway.fuzz;
