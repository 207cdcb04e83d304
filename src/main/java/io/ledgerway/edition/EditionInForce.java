package io.ledgerway.edition;

import jakarta.annotation.PreDestroy;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The edition that this engine works with. Thread-safe. */
@Component
public class EditionInForce {

  private volatile Edition current;

  /** Begins with the files as they stand. */
  public EditionInForce(
      @Value("${ledgerway.routes-dir}") Path routes,
      @Value("${ledgerway.mappings-dir}") Path mappings,
      Clock clock) {
    current = new EditedFolders(routes, mappings).first(clock.instant());
  }

  public Edition current() {
    return current;
  }

  public void put(Edition edition) {
    current = edition;
  }

  @PreDestroy
  void forget() {
    current.forget();
  }
}
