package io.ledgerway.connection;

import io.ledgerway.xero.XeroProperties;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What is asked for with each consent and token: what the settings name, and what the documents
 * that are written need besides. Thread-safe.
 */
@Component
class NeededScopes {

  private final XeroProperties xero;
  private final Optional<WrittenResources> written;

  NeededScopes(XeroProperties xero, Optional<WrittenResources> written) {
    this.xero = xero;
    this.written = written;
  }

  /** Separated by spaces. */
  String all() {
    Set<String> all = new LinkedHashSet<>(List.of(xero.scopes().strip().split("\\s+")));
    written.stream()
        .flatMap(each -> each.resources().stream())
        .map(Scopes::ofWriting)
        .filter(scope -> !Scopes.lacking(scope, String.join(" ", all)).isEmpty())
        .forEach(all::add);
    return String.join(" ", all);
  }
}
