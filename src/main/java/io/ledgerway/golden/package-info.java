/** Golden cases beside mappings: an event, the books it is judged by, and what must come of it. */
package io.ledgerway.golden;
