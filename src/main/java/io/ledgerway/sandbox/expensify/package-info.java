/**
 * A local Expensify, run as a process of its own: workspaces and reports in memory, behind the one
 * address that the Integration Server has. It shares no code with the engine. Sections named in
 * comments are those of sources.md.
 */
package io.ledgerway.sandbox.expensify;
