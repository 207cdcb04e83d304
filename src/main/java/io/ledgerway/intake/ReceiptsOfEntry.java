package io.ledgerway.intake;

import io.ledgerway.receipt.NamedReceipt;
import io.ledgerway.sql.StorableText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Reads what the {@code ledger-entry} mapping says of the receipts of a document. However odd one
 * of them is, no document waits for it: what names no receipt is left out.
 */
final class ReceiptsOfEntry {

  private static final int LONGEST_ID = 100;
  private static final int LONGEST_NAME = 1_000;
  private static final int LONGEST_URL = 4_000;

  private ReceiptsOfEntry() {}

  static List<NamedReceipt> of(Map<?, ?> said) {
    List<NamedReceipt> receipts = new ArrayList<>();
    if (said.get("receipts") instanceof Collection<?> list) {
      list.forEach(each -> add(each, receipts));
    } else if (said.get("receipts") != null) {
      throw new LedgerEntryWrong("'receipts' is no list");
    }
    return List.copyOf(receipts);
  }

  private static void add(Object said, List<NamedReceipt> receipts) {
    if (said instanceof Map<?, ?> receipt) {
      String id = text(receipt.get("id"), LONGEST_ID);
      String url = text(receipt.get("url"), LONGEST_URL);
      if (id != null && url != null) {
        boolean supporting = "supporting".equals(receipt.get("kind"));
        receipts.add(
            new NamedReceipt(id, supporting, text(receipt.get("name"), LONGEST_NAME), url));
      }
    }
  }

  /** Null for what is no text, none, or too long. */
  private static String text(Object value, int longest) {
    return value instanceof String text && !text.isEmpty() && text.length() <= longest
        ? StorableText.of(text)
        : null;
  }
}
