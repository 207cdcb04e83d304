package io.ledgerway.sandbox.page;

import io.ledgerway.sandbox.books.Organisations;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What organisations are called. */
@Component
class Names {

  private final Organisations organisations;

  Names(Organisations organisations) {
    this.organisations = organisations;
  }

  Map<UUID, String> byId() {
    Map<UUID, String> names = new LinkedHashMap<>();
    organisations.all().forEach(books -> names.put(books.tenantId(), books.name()));
    return names;
  }
}
