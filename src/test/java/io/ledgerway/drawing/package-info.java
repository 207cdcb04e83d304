/** Pictures are measured: what they say, and that nothing lies on anything else. */
package io.ledgerway.drawing;
