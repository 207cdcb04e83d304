package io.ledgerway.sandbox.expensify.calls;

import java.time.Instant;

/**
 * One request as it was seen.
 *
 * @param job such as {@code file} or {@code get/policyList}; empty when it could not be read
 * @param status of HTTP; 0 when the connection was closed instead
 * @param code the answer's {@code responseCode}; 0 when it has none
 * @param reports how many reports it was about
 * @param fileName of the file that was ordered or fetched, or null
 * @param fault what hit it, or null
 */
public record LoggedRequest(
    long sequence,
    Instant time,
    String credential,
    String job,
    int status,
    int code,
    int reports,
    String fileName,
    long millis,
    String fault) {}
