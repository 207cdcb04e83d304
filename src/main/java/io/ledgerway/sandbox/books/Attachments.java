package io.ledgerway.sandbox.books;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Files of all records of one organisation. Thread-safe. */
public final class Attachments {

  /** A file. */
  public record File(
      UUID id, String name, String contentType, byte[] content, boolean includeOnline) {}

  private final Map<UUID, List<File>> byRecord = new HashMap<>();

  public synchronized List<File> of(UUID recordId) {
    return List.copyOf(byRecord.getOrDefault(recordId, List.of()));
  }

  public synchronized boolean any(UUID recordId) {
    return !byRecord.isEmpty() && byRecord.containsKey(recordId);
  }

  synchronized void copyFrom(Attachments other) {
    synchronized (other) {
      other.byRecord.forEach((id, files) -> byRecord.put(id, new ArrayList<>(files)));
    }
  }

  /** One of the same name is replaced. */
  public synchronized void put(UUID recordId, File file) {
    List<File> files = byRecord.computeIfAbsent(recordId, id -> new ArrayList<>(1));
    files.removeIf(old -> old.name().equalsIgnoreCase(file.name()));
    files.add(file);
  }
}
