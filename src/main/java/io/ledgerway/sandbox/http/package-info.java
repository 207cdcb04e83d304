/** What every call to {@code /api.xro/2.0} goes through, and the words it is answered in. */
package io.ledgerway.sandbox.http;
