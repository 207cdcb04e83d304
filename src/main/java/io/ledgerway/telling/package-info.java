/**
 * What is told to the sources: many records together, each as large as the broker takes; what
 * cannot be told is put aside with its reason and stops no other.
 */
package io.ledgerway.telling;
