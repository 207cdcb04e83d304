/** What is asked of every YAML route, beyond what Camel checks itself. */
package io.ledgerway.routes;
