package io.ledgerway.sandbox.document;

import io.ledgerway.sandbox.http.Answer;
import io.ledgerway.sandbox.http.Call;
import io.ledgerway.sandbox.http.Envelope;
import io.ledgerway.sandbox.http.Refusal;
import java.util.List;
import java.util.Map;

/** Where a client sees and pays a sales invoice; bills have no such address. */
final class OnlineInvoice {

  private OnlineInvoice() {}

  static Answer of(Call call, Document invoice) {
    if (invoice.kind != DocumentKind.INVOICE || !invoice.isSale()) {
      throw Refusal.notFound();
    }
    // Made up, but the same in every run of the same invoice.
    Map<String, String> address =
        Map.of("OnlineInvoiceUrl", "https://in.xero.com/" + invoice.id.toString().replace("-", ""));
    return Envelope.of(call, "OnlineInvoices", List.of(address), call.organisation().now());
  }
}
