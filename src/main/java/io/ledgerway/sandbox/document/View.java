package io.ledgerway.sandbox.document;

/**
 * Xero shows one and the same document differently, by where it is looked at (xero-api.md 7.3). Who
 * compares what was sent with what stands there must know which of these it looks at.
 */
public enum View {
  /** The answer to a write. */
  WRITE,
  /** The answer to an update of a bank transaction or journal, which shows more than other ones. */
  UPDATE,
  /** One document, asked for by its id or number. */
  SINGLE,
  /** One of a page. */
  PAGE,
  /** One of a list without pages. */
  LIST;

  boolean isWrite() {
    return this == WRITE || this == UPDATE;
  }

  /** Whether it says that there are files. */
  boolean tellsOfFiles() {
    return this != WRITE;
  }

  /** Whether the files themselves are named. */
  boolean namesFiles() {
    return this == SINGLE || this == UPDATE;
  }

  /** Pages name tracking options, but do not give their ids. */
  boolean hasOptionIds() {
    return this != PAGE;
  }

  /** Payments and credits are shown also when there are none. */
  boolean showsNoPayments() {
    return this == PAGE || this == LIST;
  }

  /** Of the contact only id and name. */
  boolean hasContactInBrief() {
    return this == PAGE || this == LIST;
  }

  /** An answer to a write of the kind that is shown here. */
  static View ofWrite(DocumentKind kind, boolean changed) {
    boolean more = kind == DocumentKind.BANK_TRANSACTION || kind == DocumentKind.MANUAL_JOURNAL;
    return changed && more ? UPDATE : WRITE;
  }
}
