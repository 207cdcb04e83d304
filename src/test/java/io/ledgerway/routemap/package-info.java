/** Routes of their own are read while they run, without an engine. */
package io.ledgerway.routemap;
