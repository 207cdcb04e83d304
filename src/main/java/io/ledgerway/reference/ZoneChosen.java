package io.ledgerway.reference;

/** A company has chosen by which time zone's clock its schedules go. */
public record ZoneChosen(String company) {}
