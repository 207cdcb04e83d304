package io.ledgerway.sandbox.http;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Ids as they come in paths and lists. */
public final class Ids {

  /** What a new record is shown with when it failed. */
  public static final UUID ZERO = new UUID(0, 0);

  private Ids() {}

  /**
   * @throws Refusal 404 when it is none
   */
  public static UUID parse(String text) {
    UUID id = orNull(text);
    if (id == null) {
      throw Refusal.notFound();
    }
    return id;
  }

  /** Null when it is none. */
  public static UUID orNull(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** A comma-separated list; null when left out. */
  public static List<UUID> list(String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    List<UUID> ids = new ArrayList<>();
    for (String part : text.split(",")) {
      UUID id = orNull(part.trim());
      if (id == null) {
        throw Refusal.badRequest("'" + part.trim() + "' is not a valid id");
      }
      ids.add(id);
    }
    return ids;
  }
}
