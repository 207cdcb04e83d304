package io.ledgerway.sandbox.books;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Files of all records of one organisation. Thread-safe. */
public final class Attachments {

  /** A file. */
  public record File(
      UUID id, String name, String contentType, byte[] content, boolean includeOnline) {

    /**
     * @param endpoint the resource of the record that it belongs to
     */
    public Map<String, Object> show(String endpoint, UUID recordId) {
      Map<String, Object> shown = new LinkedHashMap<>();
      shown.put("AttachmentID", id);
      shown.put("FileName", name);
      shown.put(
          "Url",
          "https://api.xero.com/api.xro/2.0/%s/%s/Attachments/%s"
              .formatted(
                  endpoint,
                  recordId,
                  URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20")));
      shown.put("MimeType", contentType);
      shown.put("ContentLength", content.length);
      if (includeOnline) {
        shown.put("IncludeOnline", true);
      }
      return shown;
    }
  }

  private final Map<UUID, List<File>> byRecord = new HashMap<>();

  public synchronized List<File> of(UUID recordId) {
    return List.copyOf(byRecord.getOrDefault(recordId, List.of()));
  }

  /** As a record that is read alone names them. */
  public List<Map<String, Object>> shown(String endpoint, UUID recordId) {
    return of(recordId).stream().map(file -> file.show(endpoint, recordId)).toList();
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
