package io.ledgerway.reference;

import java.lang.ref.SoftReference;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Keeps one snapshot per company and asks for its version at most once a second. Thread-safe. */
@Component
class CachedBooks implements BooksOf {

  private static final long ASK_AGAIN_AFTER_MILLIS = 1000;

  private final Map<String, Shelf> shelves = new ConcurrentHashMap<>();
  private final BooksLoader loader;
  private final Clock clock;

  CachedBooks(BooksLoader loader, Clock clock) {
    this.loader = loader;
    this.clock = clock;
  }

  @Override
  public Books of(String company) {
    Shelf shelf = shelves.computeIfAbsent(company, Shelf::new);
    Books books = shelf.books.get();
    long age = clock.millis() - shelf.askedAt;
    if (books != null && age >= 0 && age < ASK_AGAIN_AFTER_MILLIS) {
      return books;
    }
    return refreshed(shelf);
  }

  @Override
  public Books latest(String company) {
    return refreshed(shelves.computeIfAbsent(company, Shelf::new));
  }

  private Books refreshed(Shelf shelf) {
    try {
      return shelf.refresh();
    } catch (UnknownCompany e) {
      // Names that sources make up must not pile up here.
      shelves.remove(shelf.company);
      throw e;
    }
  }

  /** One company's place. Its lock keeps ten threads from loading the same books ten times. */
  private final class Shelf {

    private final String company;
    // Books of companies that nobody works for give way when memory is short.
    private volatile SoftReference<Books> books = new SoftReference<>(null);
    private volatile long askedAt;

    private Shelf(String company) {
      this.company = company;
    }

    private synchronized Books refresh() {
      long now = clock.millis();
      Books current = books.get();
      if (current == null || current.version() != loader.version(company)) {
        current = loader.load(company);
        books = new SoftReference<>(current);
      }
      askedAt = now;
      return current;
    }
  }
}
