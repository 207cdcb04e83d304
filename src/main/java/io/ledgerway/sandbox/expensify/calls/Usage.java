package io.ledgerway.sandbox.expensify.calls;

/**
 * What a credential has asked, refused requests included.
 *
 * @param mostIn10s the most that arrived in any ten seconds
 * @param mostIn60s the most that arrived in any sixty seconds
 */
public record Usage(
    int last10s, int last60s, int mostIn10s, int mostIn60s, long accepted, long refused) {}
