package io.ledgerway.hub;

/**
 * A filter in force.
 *
 * @param address of the same view without it
 */
record Chip(String label, String address) {}
