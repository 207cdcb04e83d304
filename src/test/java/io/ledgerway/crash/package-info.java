/** Kills the engine again and again under faults, and counts what stands in Xero afterwards. */
package io.ledgerway.crash;
