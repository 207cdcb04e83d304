package io.ledgerway.sandbox.document;

import io.ledgerway.sandbox.books.Kept;
import io.ledgerway.sandbox.books.Organisation;
import io.ledgerway.sandbox.http.Answer;
import io.ledgerway.sandbox.http.Batch;
import io.ledgerway.sandbox.http.Call;
import io.ledgerway.sandbox.http.Endpoint;
import io.ledgerway.sandbox.http.Envelope;
import io.ledgerway.sandbox.http.Ids;
import io.ledgerway.sandbox.http.Refusal;
import io.ledgerway.sandbox.query.Listing;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One kind of document as a resource. */
final class DocumentEndpoint implements Endpoint {

  private final DocumentKind kind;

  DocumentEndpoint(DocumentKind kind) {
    this.kind = kind;
  }

  @Override
  public String name() {
    return kind.plural();
  }

  @Override
  public String scope() {
    return kind.scope;
  }

  @Override
  public Kept find(Organisation books, UUID id) {
    return books.documents(kind).get(id);
  }

  @Override
  public Answer handle(Call call) {
    List<String> path = call.path();
    if (path.isEmpty()) {
      return call.isGet() ? list(call) : write(call, null);
    }
    Document document = find(call.organisation(), path.get(0));
    if (document == null) {
      throw Refusal.notFound();
    }
    if (path.size() == 2
        && kind == DocumentKind.CREDIT_NOTE
        && path.get(1).equals("Allocations")
        && call.isPut()) {
      return new AllocationWriter(call, document).write();
    }
    if (path.size() == 3
        && kind == DocumentKind.CREDIT_NOTE
        && path.get(1).equals("Allocations")
        && call.isDelete()) {
      return new AllocationWriter(call, document).delete(Ids.parse(path.get(2)));
    }
    if (path.size() == 2 && path.get(1).equals("OnlineInvoice") && call.isGet()) {
      return OnlineInvoice.of(call, document);
    }
    if (path.size() > 1) {
      throw Refusal.notFound();
    }
    if (call.isGet() && DocumentPdf.isWanted(call, kind)) {
      return DocumentPdf.of(call.organisation(), document);
    }
    if (call.isGet()) {
      return Envelope.of(
          call,
          kind.plural(),
          List.of(
              DocumentView.full(
                  call.organisation(), document, call.unitDecimals(), View.SINGLE, false)),
          call.organisation().now());
    }
    return write(call, document);
  }

  private Answer write(Call call, Document named) {
    if (!call.isPost() && !(call.isPut() && named == null)) {
      throw Refusal.notImplemented();
    }
    DocumentWriter writer = new DocumentWriter(call, kind, named);
    return Batch.write(
        call,
        kind.plural(),
        call.organisation().now(),
        in -> DocumentShape.check(kind, in),
        writer::write);
  }

  private Answer list(Call call) {
    Organisation books = call.organisation();
    List<Document> chosen = Selection.of(kind, call, shown(call, books.documents(kind).all()));
    boolean summary = call.flag("summaryOnly");
    boolean forced =
        kind == DocumentKind.PURCHASE_ORDER
            || (kind == DocumentKind.INVOICE && (summary || call.param("Statuses") != null));
    Listing<Document> found =
        Listing.of(call, chosen, DocumentFields.of(books, kind), true, true, forced);
    boolean full = found.pagination() != null && !summary;
    List<Map<String, Object>> shown =
        found.records().stream()
            .map(
                document ->
                    full
                        ? DocumentView.full(books, document, call.unitDecimals(), View.PAGE, false)
                        : DocumentView.summary(books, document))
            .toList();
    return Envelope.of(call, kind.plural(), shown, books.now(), found.pagination());
  }

  /** Lists may lag behind the writes, xero-api.md 7 item 21; a read by id does not. */
  private static List<Document> shown(Call call, List<Document> all) {
    if (call.lagMillis() == 0) {
      return all;
    }
    long until = call.organisation().now() - call.lagMillis();
    return all.stream().filter(document -> document.updated <= until).toList();
  }

  /** By id, or by number where documents have one. */
  private Document find(Organisation books, String idOrNumber) {
    UUID id = Ids.orNull(idOrNumber);
    if (id != null) {
      return books.documents(kind).get(id);
    }
    if (kind.numberName() == null) {
      return null;
    }
    return books.documents(kind).all().stream()
        .filter(document -> idOrNumber.equalsIgnoreCase(document.number))
        .reduce((first, last) -> last)
        .orElse(null);
  }
}
