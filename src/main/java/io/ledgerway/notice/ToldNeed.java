package io.ledgerway.notice;

import java.time.Instant;

/**
 * What a destination was told of.
 *
 * @param number that it was told with last
 * @param missingSince since when it is not found any more; null while it is
 */
record ToldNeed(
    String identity,
    String about,
    String code,
    String actor,
    String message,
    long number,
    Instant missingSince) {}
