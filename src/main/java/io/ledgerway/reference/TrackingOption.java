package io.ledgerway.reference;

/**
 * One option of a tracking category. Immutable.
 *
 * @param id Xero's TrackingOptionID
 * @param categoryId Xero's TrackingCategoryID
 * @param active whether both the option and its category are
 * @param imported whether the company imports it, as a cost object or in a custom field
 */
public record TrackingOption(
    String id,
    String name,
    String categoryId,
    String categoryName,
    boolean active,
    boolean imported) {}
