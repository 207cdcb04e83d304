package io.ledgerway.sandbox.books;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Tells who wants to know that a record was made or changed. Thread-safe. */
@Component
public class Events {

  /**
   * @param category CONTACT, INVOICE or CREDITNOTE
   * @param time milliseconds since the epoch
   * @param data what the event says of the record itself; null for most categories
   */
  public record Event(
      UUID tenantId,
      String category,
      boolean created,
      UUID recordId,
      long time,
      Map<String, String> data) {}

  private final List<Consumer<Event>> listeners = new CopyOnWriteArrayList<>();

  public void subscribe(Consumer<Event> listener) {
    listeners.add(listener);
  }

  void tell(Event event) {
    listeners.forEach(listener -> listener.accept(event));
  }
}
