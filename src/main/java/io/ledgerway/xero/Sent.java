package io.ledgerway.xero;

/**
 * What came of sending a request: an answer, or a failure.
 *
 * @param counted false when nothing was put on the wire
 */
record Sent(Answer answer, XeroException failure, boolean counted) {}
