package io.ledgerway.sandbox.gate;

import java.util.Map;
import java.util.UUID;

/** What is learnt about a call while it runs. */
final class Trace {

  String endpoint = "";
  UUID tenantId;
  String clientId;
  boolean replayed;
  int elements;

  /** The headers of limits left, once it is known whose. */
  Map<String, String> limits = Map.of();
}
