package io.ledgerway.sandbox.books;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** A currency that an organisation is subscribed to. */
record Currency(UUID id, String code, String description, long updated) implements Kept {

  Map<String, Object> show() {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("Code", code);
    shown.put("Description", description);
    return shown;
  }
}
