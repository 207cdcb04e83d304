package io.ledgerway.settling;

import io.ledgerway.sending.Batch;
import io.ledgerway.sending.Intended;
import io.ledgerway.xero.XeroRefused;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one document that a request was refused for as a whole: the only one of its batch, or the one
 * that Xero names when it cannot read a request, as in {@code Path 'Invoices[3].Date'} (xero-api.md
 * 6.3). Nothing of such a request is done.
 */
final class NamedElement {

  private static final Pattern PATH = Pattern.compile("Path '\\w+\\[(\\d{1,4})]");

  private NamedElement() {}

  /** Empty when it names none, or when the request held more than what is not settled yet. */
  static Optional<Intended> of(Batch batch, XeroRefused refusal) {
    if (batch.intended().size() == 1) {
      return Optional.of(batch.intended().get(0));
    }
    if (!batch.firstAttempt() || refusal.messages().size() != 1) {
      return Optional.empty();
    }
    Matcher path = PATH.matcher(refusal.messages().get(0));
    return path.find() && Integer.parseInt(path.group(1)) < batch.intended().size()
        ? Optional.of(batch.intended().get(Integer.parseInt(path.group(1))))
        : Optional.empty();
  }
}
