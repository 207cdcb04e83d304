/**
 * What a company has chosen, as a file that names records as people do: read out of one company,
 * looked at in another, and put there by who has looked.
 */
package io.ledgerway.choices;
