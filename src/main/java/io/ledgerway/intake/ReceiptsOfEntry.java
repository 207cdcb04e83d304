package io.ledgerway.intake;

import io.ledgerway.receipt.NamedReceipt;
import io.ledgerway.sql.StorableText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Reads what the {@code ledger-entry} mapping says of the receipts of a document. */
final class ReceiptsOfEntry {

  private static final int LONGEST_ID = 100;
  private static final int LONGEST_NAME = 1_000;
  private static final int LONGEST_URL = 4_000;

  private ReceiptsOfEntry() {}

  static List<NamedReceipt> of(Map<?, ?> said) {
    List<NamedReceipt> receipts = new ArrayList<>();
    if (said.get("receipts") instanceof Collection<?> list) {
      list.forEach(each -> receipts.add(receipt(each)));
    } else if (said.get("receipts") != null) {
      throw mistake("is no list");
    }
    return List.copyOf(receipts);
  }

  private static NamedReceipt receipt(Object said) {
    if (!(said instanceof Map<?, ?> receipt)) {
      throw mistake("has something that is no object");
    }
    String kind = text(receipt, "kind", LONGEST_ID);
    if (kind != null && !kind.equals("receipt") && !kind.equals("supporting")) {
      throw mistake("has a 'kind' that is neither receipt nor supporting");
    }
    return new NamedReceipt(
        required(text(receipt, "id", LONGEST_ID)),
        "supporting".equals(kind),
        text(receipt, "name", LONGEST_NAME),
        required(text(receipt, "url", LONGEST_URL)));
  }

  private static String required(String text) {
    if (text == null || text.isEmpty()) {
      throw mistake("has one without 'id' or 'url'");
    }
    return text;
  }

  private static String text(Map<?, ?> receipt, String field, int longest) {
    Object value = receipt.get(field);
    if (value == null) {
      return null;
    }
    if (!(value instanceof String text) || text.length() > longest) {
      throw mistake("has a '" + field + "' that is no text of at most " + longest + " characters");
    }
    // However odd it is, no document waits for it.
    return StorableText.of(text);
  }

  private static LedgerEntryWrong mistake(String what) {
    return new LedgerEntryWrong("'receipts' " + what);
  }
}
