package io.ledgerway.setup;

/** How far import settings are. */
enum Stage {
  /** Somebody is choosing. */
  DRAFT,
  /** In force. */
  ACTIVE
}
