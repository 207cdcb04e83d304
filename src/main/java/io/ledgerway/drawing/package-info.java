/**
 * Draws what runs, and the way of a document, as SVG: a picture that needs no script, in light and
 * dark, with all text of route files escaped.
 */
package io.ledgerway.drawing;
