package io.ledgerway.sandbox.books;

import java.util.UUID;

/** A record of an organisation. Instances are immutable; a change puts a new one in its place. */
public interface Kept {

  UUID id();

  /** Xero's {@code UpdatedDateUTC} in milliseconds since the epoch. */
  long updated();
}
