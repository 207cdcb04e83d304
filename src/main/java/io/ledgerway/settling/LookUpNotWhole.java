package io.ledgerway.settling;

import io.ledgerway.document.DocumentResource;
import io.ledgerway.document.XeroFields;
import io.ledgerway.problem.LedgerwayException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Xero did not answer what was asked: more than one page, or documents that the filter leaves out.
 * What such an answer does not show may stand there all the same.
 */
final class LookUpNotWhole extends LedgerwayException {

  private LookUpNotWhole(String message) {
    super(
        "LOOK_UP_NOT_WHOLE",
        message,
        "It is looked up again by itself; nothing is sent meanwhile.");
  }

  /**
   * @param answer one page of documents
   * @param codes of which one stands in the marker field of every document that was asked for
   * @throws LookUpNotWhole when the absence of a document in it proves nothing
   */
  static void refuse(Map<?, ?> answer, DocumentResource resource, Set<String> codes) {
    String pages = XeroFields.text(answer, "pagination", "pageCount");
    if (pages != null && !pages.equals("0") && !pages.equals("1")) {
      throw new LookUpNotWhole(
          "Xero has " + pages + " pages of what was looked up, and one was read");
    }
    List<Map<String, Object>> documents = XeroFields.objects(answer, resource.endpoint());
    long strangers =
        documents.stream().filter(document -> !carriesOne(document, resource, codes)).count();
    if (strangers > 0) {
      throw new LookUpNotWhole(
          "Xero answered with %d documents that were not asked for: its filter was not applied"
              .formatted(strangers));
    }
  }

  private static boolean carriesOne(
      Map<String, Object> document, DocumentResource resource, Set<String> codes) {
    String text = XeroFields.text(document, resource.keyField());
    return text != null
        && codes.stream()
            .anyMatch(
                code -> text.toUpperCase(Locale.ROOT).contains(code.toUpperCase(Locale.ROOT)));
  }
}
