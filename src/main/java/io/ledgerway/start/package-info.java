/** What an engine must be told before it starts: settings that would give it away are refused. */
package io.ledgerway.start;
