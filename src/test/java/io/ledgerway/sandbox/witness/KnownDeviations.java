package io.ledgerway.sandbox.witness;

import io.ledgerway.sandbox.witness.Recorder.Exchange;
import java.util.Set;

/** Where the real Xero is known not to do what its specification says, with the source. */
final class KnownDeviations {

  /** Declared nowhere, but answered: xero-api.md 3 and 6.4 to 6.6. */
  private static final Set<Integer> UNDECLARED = Set.of(401, 403, 404, 429, 500, 501, 503);

  private KnownDeviations() {}

  static boolean excuse(Exchange exchange) {
    // The validator wants a content type even where there is no content.
    boolean nothing = exchange.status() == 204 && exchange.answer().length == 0;
    // Files come with their own type; the specification names application/octet-stream only, while
    // its own request header for them is the file's type (xero_accounting.yaml,
    // getInvoiceAttachment).
    boolean file =
        exchange.method().equals("GET") && exchange.path().matches(".*/Attachments/[^/]+");
    // A bad filter is a 400 (xero-api.md 2.5), though reads declare only their 200.
    boolean query = exchange.method().equals("GET") && exchange.status() == 400;
    // The file gives PDFs a path of their own (/Invoices/{InvoiceID}/pdf); the SDK that is made of
    // it asks the record itself with Accept: application/pdf, as xero-api.md 2.1 says.
    boolean pdf = exchange.contentType().startsWith("application/pdf");
    return nothing || file || query || pdf || UNDECLARED.contains(exchange.status());
  }

  static boolean excuse(String objection) {
    // The file has /PurchaseOrders/{PurchaseOrderID} and /PurchaseOrders/{PurchaseOrderNumber}
    // (getPurchaseOrderByNumber); the validator knows only the first.
    return objection.startsWith("GET /api.xro/2.0/PurchaseOrders/")
        && objection.contains("is not a valid UUID");
  }
}
