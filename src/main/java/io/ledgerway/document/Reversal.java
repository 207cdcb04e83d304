package io.ledgerway.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The document that takes back what another one did to the books, where that one is to stay: a
 * journal with its signs turned, a credit note for a bill, money received for money spent.
 */
public final class Reversal {

  private static final Map<String, String> TYPES =
      Map.of(
          "SPEND", "RECEIVE",
          "RECEIVE", "SPEND",
          "ACCPAY", "ACCPAYCREDIT",
          "ACCPAYCREDIT", "ACCPAY",
          "ACCREC", "ACCRECCREDIT",
          "ACCRECCREDIT", "ACCREC");
  private static final Set<String> ITS_OWN =
      Set.of("DueDate", "PlannedPaymentDate", "ExpectedPaymentDate", "SentToContact");

  private Reversal() {}

  /** Which resource it is of; empty where there is no such document, or nothing to take back. */
  public static Optional<DocumentResource> resourceOf(
      DocumentResource reversed, Map<String, Object> document) {
    boolean known =
        reversed.facts().types().isEmpty()
            || TYPES.containsKey(String.valueOf(document.get("Type")));
    if (!known
        || !Set.of("AUTHORISED", "POSTED").contains(String.valueOf(document.get("Status")))) {
      return Optional.empty();
    }
    return switch (reversed) {
      case BankTransactions, ManualJournals -> Optional.of(reversed);
      case Invoices -> Optional.of(DocumentResource.CreditNotes);
      case CreditNotes -> Optional.of(DocumentResource.Invoices);
      default -> Optional.empty();
    };
  }

  /**
   * @param reversed what the document is of, which has a reversal
   * @param day that it is dated
   * @param url of its page here
   */
  public static Map<String, Object> of(
      DocumentResource reversed,
      Map<String, Object> document,
      LocalDate day,
      String marker,
      String url) {
    DocumentResource resource = resourceOf(reversed, document).orElseThrow();
    String place = reversed.facts().marker().field();
    Map<String, Object> reversal = new LinkedHashMap<>();
    document.forEach(
        (field, value) -> {
          if (!ITS_OWN.contains(field)
              && !field.equals(place)
              && !field.equals(reversed.facts().idField())) {
            reversal.put(field, value);
          }
        });
    if (document.get("Type") != null) {
      reversal.put("Type", TYPES.get(String.valueOf(document.get("Type"))));
    }
    reversal.put("Date", day.toString());
    if (resource == DocumentResource.Invoices) {
      reversal.put("DueDate", day.toString());
    }
    reversal.put("Url", url);
    String former = String.valueOf(document.get(place));
    String old = reversed.marker(document);
    String named = old == null ? former : former.replace(old, "").strip();
    int room = resource.facts().marker().longest() - marker.length() - 1;
    // The marker of what is reversed would be taken for the reversal's own.
    String said = named.isEmpty() ? "Reversal" : "Reversal of " + named;
    reversal.put(
        resource.facts().marker().field(),
        said.substring(0, Math.min(room, said.length())).strip() + " " + marker);
    if (resource.has(ResourceFacts.Trait.LINES_SUM_TO_ZERO)) {
      turnSigns(reversal, resource.facts().lines().field());
    }
    return reversal;
  }

  private static void turnSigns(Map<String, Object> journal, String lines) {
    List<Object> turned = new ArrayList<>();
    for (Map<String, Object> line : XeroFields.objects(journal, lines)) {
      Map<String, Object> other = new LinkedHashMap<>(line);
      for (String amount : List.of("LineAmount", "TaxAmount")) {
        BigDecimal value = XeroFields.amount(line, amount);
        if (value != null) {
          other.put(amount, value.negate());
        }
      }
      turned.add(other);
    }
    journal.put(lines, turned);
  }
}
