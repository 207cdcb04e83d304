package io.ledgerway.hub;

/**
 * One of the views of a page.
 *
 * @param count null where it is not told
 * @param here whether it is the one that is looked at
 */
record Tab(String label, Long count, String address, boolean here) {}
