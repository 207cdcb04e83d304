/**
 * A local Xero, run as a process of its own. It shares no code with the engine, so that it stays an
 * independent witness.
 */
package io.ledgerway.sandbox;
