package io.ledgerway.receipt;

import java.util.List;

/**
 * The receipts of a document of the ledger that its source has named.
 *
 * @param replaces whether the document has just been entered as it is now: then it has these and no
 *     others. Otherwise they come on top of those that it has
 */
public record NamedReceipts(
    String company,
    String source,
    String sourceId,
    boolean replaces,
    List<NamedReceipt> receipts) {}
