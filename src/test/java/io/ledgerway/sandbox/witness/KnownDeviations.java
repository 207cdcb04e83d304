package io.ledgerway.sandbox.witness;

import io.ledgerway.sandbox.witness.Recorder.Exchange;

/** Where the real Xero is known not to do what its specification says, with the source. */
final class KnownDeviations {

  private KnownDeviations() {}

  static boolean excuse(Exchange exchange) {
    // The validator wants a content type even where there is no content.
    boolean nothing = exchange.status() == 204 && exchange.answer().length == 0;
    // Files come with their own type; the specification names application/octet-stream only, while
    // its own request header for them is the file's type (xero_accounting.yaml,
    // getInvoiceAttachment).
    boolean file =
        exchange.method().equals("GET") && exchange.path().matches(".*/Attachments/[^/]+");
    // 404 is declared nowhere, but answered (xero-api.md 6.6).
    return nothing || file || exchange.status() == 404;
  }
}
