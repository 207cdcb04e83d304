/**
 * The {@code xero:} component: every attempt to call Xero gets its permit, token, tenant and time
 * limits here and nowhere else.
 */
package io.ledgerway.xero;
