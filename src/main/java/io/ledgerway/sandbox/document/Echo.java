package io.ledgerway.sandbox.document;

import io.ledgerway.sandbox.http.Input;
import io.ledgerway.sandbox.http.Outcome;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A refused change shows what was sent, not what is stored (xero-api.md 7.3, 6). */
final class Echo {

  /** Shown whether they were sent or not. */
  private static final Set<String> ALWAYS =
      Set.of("Type", "Status", "LineAmountTypes", "HasErrors");

  private Echo() {}

  static Outcome of(DocumentKind kind, Input in, Outcome refused) {
    Map<String, Object> shown = new LinkedHashMap<>(refused.shown());
    shown
        .keySet()
        .removeIf(
            name ->
                !name.equals(kind.idName())
                    && !ALWAYS.contains(name)
                    && !in.has(name)
                    && !in.has(name.replaceFirst("String$", "")));
    return new Outcome(shown, refused.errors(), refused.warnings());
  }
}
