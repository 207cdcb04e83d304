package io.ledgerway.connection;

import java.util.Set;

/** Says which of Xero's resources this engine writes, so that a connection may. Thread-safe. */
@FunctionalInterface
public interface WrittenResources {

  /** As Xero calls them. */
  Set<String> resources();
}
