package io.ledgerway.receipt;

import io.ledgerway.fetch.AllowedHosts;
import io.ledgerway.fetch.Fetch;
import io.ledgerway.fetch.Fetched;
import io.ledgerway.source.Sources;
import java.util.List;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Files of sources, from the hosts that {@code source.yaml} names, or instead of these {@code
 * ledgerway.receipts.hosts.<source>}. Thread-safe.
 */
@Component
public class ReceiptFiles {

  private final Fetch fetch;
  private final Sources sources;
  private final Binder settings;

  ReceiptFiles(Fetch fetch, Sources sources, Environment environment) {
    this.fetch = fetch;
    this.sources = sources;
    this.settings = Binder.get(environment);
  }

  /**
   * @throws io.ledgerway.fetch.NotFetched when it cannot be had
   */
  public Fetched fetch(String source, String url) {
    List<String> hosts =
        settings
            .bind("ledgerway.receipts.hosts." + source, Bindable.listOf(String.class))
            .orElseGet(() -> sources.of(source).receiptHosts());
    return fetch.fetch(url, new AllowedHosts(hosts));
  }
}
