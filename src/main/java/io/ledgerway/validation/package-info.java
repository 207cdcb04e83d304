/**
 * Finds what is wrong in the files that an engineer edits, without an engine: every mistake at
 * once, each with its place and what to do.
 */
package io.ledgerway.validation;
