package io.ledgerway.xero;

import java.util.Map;

/** What a route says of a call; the exchange adds the rest. */
record XeroCall(
    XeroResource resource, String method, Priority priority, Map<String, String> query) {}
