package io.ledgerway.sandbox.part;

import io.ledgerway.sandbox.books.Notes.Note;
import io.ledgerway.sandbox.books.Organisation;
import io.ledgerway.sandbox.http.Answer;
import io.ledgerway.sandbox.http.Call;
import io.ledgerway.sandbox.http.Envelope;
import io.ledgerway.sandbox.http.Input;
import io.ledgerway.sandbox.http.Refusal;
import io.ledgerway.sandbox.http.XeroDates;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** {@code /{Endpoint}/{id}/History}, xero-api.md 4.14. */
@Component
class HistoryParts implements Part {

  private static final Set<String> PARENTS =
      Set.of(
          "BankTransactions",
          "BatchPayments",
          "Contacts",
          "CreditNotes",
          "Invoices",
          "Items",
          "ManualJournals",
          "Payments",
          "PurchaseOrders");
  private static final int LONGEST = 2500;

  @Override
  public String name() {
    return "History";
  }

  @Override
  public String scope(String parentScope) {
    return parentScope;
  }

  @Override
  public boolean isOn(String endpoint) {
    return PARENTS.contains(endpoint);
  }

  @Override
  public Answer handle(Call call, String endpoint, UUID recordId) {
    Organisation books = call.organisation();
    if (call.path().size() != 2) {
      throw Refusal.notFound();
    }
    if (call.isGet()) {
      return answer(call, books.notes().of(recordId).stream().map(HistoryParts::read).toList());
    }
    if (!call.isPut()) {
      throw Refusal.notImplemented();
    }
    List<Note> added = new ArrayList<>();
    for (Input in : call.elements("HistoryRecords")) {
      String details = in.text("Details");
      if (details == null || details.isBlank() || details.length() > LONGEST) {
        throw Refusal.validation(
            List.of(
                Map.of(
                    "ValidationErrors",
                    List.of(
                        Map.of(
                            "Message", "Details must be given, with at most 2500 characters")))));
      }
      added.add(new Note(books.now(), "Note", details));
    }
    added.forEach(note -> books.notes().add(recordId, note));
    return answer(call, added.stream().map(HistoryParts::written).toList());
  }

  /** Only what was sent, and when: neither who nor what it is. */
  private static Map<String, Object> written(Note note) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("DateUTCString", moment(note));
    shown.put("DateUTC", XeroDates.showNow(note.time()));
    shown.put("Details", note.details());
    shown.put("ValidationErrors", List.of());
    return shown;
  }

  private static Map<String, Object> read(Note note) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("Changes", note.changes());
    shown.put("DateUTCString", moment(note));
    shown.put("DateUTC", XeroDates.show(note.time()));
    shown.put("User", "System Generated");
    shown.put("Details", note.details());
    return shown;
  }

  private static String moment(Note note) {
    return XeroDates.stringUtc(note.time()).replace("Z", "");
  }

  private static Answer answer(Call call, List<Map<String, Object>> shown) {
    return Envelope.of(call, "HistoryRecords", shown, call.organisation().now());
  }
}
