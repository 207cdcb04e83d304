package io.ledgerway.hub;

import io.ledgerway.access.Role;

/**
 * A page that the navigation lists.
 *
 * @param group under whose title it stands; null for the first ones, which have none
 * @param least the role that it needs
 * @param icon of the file of icons
 * @param counts whether the number of documents that wait for somebody stands beside it
 */
record Place(String label, String address, String group, Role least, String icon, boolean counts) {}
