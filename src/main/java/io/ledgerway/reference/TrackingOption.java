package io.ledgerway.reference;

/**
 * One option of a tracking category. Immutable.
 *
 * @param id Xero's TrackingOptionID
 * @param categoryId Xero's TrackingCategoryID
 * @param active whether both the option and its category are
 */
public record TrackingOption(
    String id, String name, String categoryId, String categoryName, boolean active) {}
