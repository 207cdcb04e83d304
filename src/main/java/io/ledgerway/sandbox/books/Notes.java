package io.ledgerway.sandbox.books;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** History notes of all records of one organisation. Thread-safe. */
public final class Notes {

  /** A line of a record's history. */
  public record Note(long time, String changes, String details) {}

  private final Map<UUID, List<Note>> byRecord = new HashMap<>();

  public synchronized List<Note> of(UUID recordId) {
    return List.copyOf(byRecord.getOrDefault(recordId, List.of()));
  }

  synchronized void copyFrom(Notes other) {
    synchronized (other) {
      other.byRecord.forEach((id, notes) -> byRecord.put(id, new ArrayList<>(notes)));
    }
  }

  public synchronized void add(UUID recordId, Note note) {
    byRecord.computeIfAbsent(recordId, id -> new ArrayList<>(1)).add(note);
  }
}
