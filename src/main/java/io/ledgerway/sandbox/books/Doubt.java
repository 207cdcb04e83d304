package io.ledgerway.sandbox.books;

/**
 * Where it is not known for certain what Xero does. The sandbox answers as is most likely, or
 * hardest on a client; an organisation can be told to answer otherwise, as each of these says.
 */
public enum Doubt {
  /** An archived contact is restored and edited by the API (xero-api.md 7.2, 2). */
  ARCHIVED_CONTACTS_CAN_BE_EDITED,
  /** An approved order becomes a draft again (xero-api.md 7.2, 4). */
  ORDERS_GO_BACK_TO_DRAFT,
  /** The number of a voided sales invoice is free for a new one (xero-api.md 7.2, 6). */
  NUMBERS_OF_VOIDED_INVOICES_ARE_FREE,
  /** Sales details of what is not sold are dropped without a word (xero-api.md 7.2, 7). */
  SALES_DETAILS_ARE_DROPPED,
  /** The list parameter {@code References} does nothing (xero-api.md 7.2, 14). */
  REFERENCES_ARE_IGNORED,
  /** A posted journal may name retained earnings (xero-api.md 7.2, 25). */
  RETAINED_EARNINGS_TAKE_JOURNALS
}
