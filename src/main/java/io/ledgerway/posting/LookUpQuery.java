package io.ledgerway.posting;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Asks Xero for the documents of a batch in one call: by the code that their markers share, within
 * the days they are dated (the filter that Xero can use quickly, xero-api.md 2.5).
 */
class LookUpQuery implements Processor {

  /**
   * Documents of one batch were mostly marked together; the rest is looked up in a further call.
   */
  private static final int MOST_CODES = 12;

  @Override
  public void process(Exchange exchange) {
    Batch batch = Batch.of(exchange);
    exchange.getMessage().setBody(null);
    exchange.getMessage().setHeader("XeroWhere", where(batch));
    exchange.getMessage().setHeader("XeroPage", 1);
  }

  static String where(Batch batch) {
    XeroResource resource = XeroResource.valueOf(batch.resource());
    String field = resource.markerField();
    if (resource.undoes()) {
      return codesAskedFor(batch).stream()
          .map(id -> field + "==guid(\"" + id + "\")")
          .collect(Collectors.joining(" OR "));
    }
    String codes =
        codesAskedFor(batch).stream()
            .map(code -> field + ".Contains(\"" + code + "\")")
            .collect(Collectors.joining(" OR "));
    List<LocalDate> days =
        batch.intended().stream()
            .map(intended -> XeroFields.day(XeroFields.text(intended.document(), "Date")))
            .filter(Objects::nonNull)
            .sorted()
            .toList();
    String dated =
        days.isEmpty()
            ? ""
            : "Date>="
                + day(days.get(0))
                + " AND Date<="
                + day(days.get(days.size() - 1))
                + " AND ";
    return dated + field + "!=null AND (" + codes + ")";
  }

  static Set<String> codesAskedFor(Batch batch) {
    XeroResource resource = XeroResource.valueOf(batch.resource());
    return batch.intended().stream()
        .map(intended -> resource.code(intended.marker()))
        .distinct()
        .limit(MOST_CODES)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static String day(LocalDate day) {
    return "DateTime(%d,%02d,%02d)"
        .formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
  }
}
