/** Named steps and gathering, in routes. */
package io.ledgerway.step;
