package io.ledgerway.sandbox.part;

import io.ledgerway.sandbox.books.Attachments;
import io.ledgerway.sandbox.books.Attachments.File;
import io.ledgerway.sandbox.books.Organisation;
import io.ledgerway.sandbox.document.DocumentKind;
import io.ledgerway.sandbox.http.Answer;
import io.ledgerway.sandbox.http.Call;
import io.ledgerway.sandbox.http.Envelope;
import io.ledgerway.sandbox.http.Ids;
import io.ledgerway.sandbox.http.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** {@code /{Endpoint}/{id}/Attachments}, xero-api.md 4.13. */
@Component
class AttachmentParts implements Part {

  private static final Set<String> PARENTS =
      Set.of(
          "Invoices",
          "CreditNotes",
          "BankTransactions",
          "ManualJournals",
          "PurchaseOrders",
          "Contacts",
          "Accounts");
  private static final int MOST = 10;
  private static final int LARGEST = 10 * 1024 * 1024;
  private static final String FORBIDDEN = "<>:\"/\\|?*\0+";

  @Override
  public String name() {
    return "Attachments";
  }

  @Override
  public String scope(String parentScope) {
    return "accounting.attachments";
  }

  @Override
  public boolean isOn(String endpoint) {
    return PARENTS.contains(endpoint);
  }

  @Override
  public Answer handle(Call call, String endpoint, UUID recordId) {
    Attachments all = call.organisation().attachments();
    if (call.path().size() == 2 && call.isGet()) {
      return answer(call, endpoint, recordId, all.of(recordId));
    }
    if (call.path().size() != 3) {
      throw Refusal.notImplemented();
    }
    String name = call.path().get(2);
    if (call.isGet()) {
      return content(all, recordId, name);
    }
    if (!call.isPut() && !call.isPost()) {
      throw Refusal.notImplemented();
    }
    File file = file(call, endpoint, recordId, name);
    all.put(recordId, file);
    return answer(call, endpoint, recordId, List.of(file));
  }

  /** Only sales invoices and their credit notes are shown online. */
  private static boolean isSale(Organisation books, String endpoint, UUID recordId) {
    for (DocumentKind kind : List.of(DocumentKind.INVOICE, DocumentKind.CREDIT_NOTE)) {
      if (kind.plural().equals(endpoint)) {
        return books.documents(kind).get(recordId).type().startsWith("ACCREC");
      }
    }
    return false;
  }

  private static File file(Call call, String endpoint, UUID recordId, String name) {
    List<File> there = call.organisation().attachments().of(recordId);
    if (name.chars().anyMatch(c -> FORBIDDEN.indexOf(c) >= 0)) {
      throw Refusal.badRequest(
          "The file name '" + name + "' contains characters that are not allowed.");
    }
    if (call.body().length == 0) {
      throw Refusal.badRequest("The attachment is empty.");
    }
    if (call.body().length > LARGEST) {
      throw Refusal.badRequest("The attachment is larger than 10 MB.");
    }
    boolean replaces = there.stream().anyMatch(file -> file.name().equalsIgnoreCase(name));
    if (!replaces && there.size() >= MOST) {
      throw Refusal.badRequest("A document can have at most 10 attachments.");
    }
    String type = call.contentType() == null ? "application/octet-stream" : call.contentType();
    boolean online = call.flag("IncludeOnline") && isSale(call.organisation(), endpoint, recordId);
    return new File(UUID.randomUUID(), name, type, call.body(), online);
  }

  private static Answer content(Attachments all, UUID recordId, String idOrName) {
    UUID id = Ids.orNull(idOrName);
    File found =
        all.of(recordId).stream()
            .filter(file -> file.id().equals(id) || file.name().equalsIgnoreCase(idOrName))
            .findFirst()
            .orElseThrow(Refusal::notFound);
    return new Answer(200, found.contentType(), found.content(), Map.of(), 1);
  }

  private Answer answer(Call call, String endpoint, UUID recordId, List<File> files) {
    List<Map<String, Object>> shown =
        files.stream().map(file -> file.show(endpoint, recordId)).toList();
    return Envelope.of(call, name(), shown, call.organisation().now());
  }
}
