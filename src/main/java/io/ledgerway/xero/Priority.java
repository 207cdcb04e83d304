package io.ledgerway.xero;

/** What the calls of a day are spent on first. */
enum Priority {
  /** Documents and what settles them: may use the whole day. */
  DOCUMENT,
  /** Receipts: stop when only what is kept for documents is left of the day. */
  RECEIPT,
  /** Reference data: stops when only the reserve of the day is left. */
  REFRESH
}
