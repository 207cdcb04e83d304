package io.ledgerway.settling;

import io.ledgerway.document.DocumentResource;
import io.ledgerway.document.XeroFields;
import io.ledgerway.sending.Batch;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/**
 * Asks Xero for the documents of a batch in one call: by the code that their markers share, within
 * the days they are dated (the filter that Xero can use quickly, xero-api.md 2.5); by their ids
 * where these are known; one at a time where Xero lists them by neither.
 */
class LookUpQuery implements Processor {

  /**
   * Documents of one batch were mostly marked together; the rest is looked up in a further call.
   */
  private static final int MOST_CODES = 12;

  @Override
  public void process(Exchange exchange) {
    Batch batch = Batch.of(exchange);
    Message message = exchange.getMessage();
    message.setBody(null);
    if (batch.of().isReadOneByOne()) {
      message.setHeader("XeroId", batch.intended().get(0).key());
      return;
    }
    if (batch.of().knowsId() && batch.of().isListedByIds()) {
      message.setHeader("XeroIDs", codesAskedFor(batch));
    } else {
      message.setHeader("XeroWhere", where(batch));
    }
    message.setHeader("XeroPage", 1);
  }

  static String where(Batch batch) {
    DocumentResource resource = batch.of();
    String field = resource.keyField();
    if (resource.knowsId()) {
      return anyOf(batch, id -> field + "==guid(\"" + id + "\")");
    }
    String codes =
        anyOf(
            batch,
            code ->
                resource.isWhole(code)
                    ? field + "==\"" + code + "\""
                    : field + ".Contains(\"" + code + "\")");
    String days = resource.isDated() ? days(batch) : "";
    return days + (days.isEmpty() ? "" : " AND ") + field + "!=null AND (" + codes + ")";
  }

  private static String anyOf(Batch batch, java.util.function.UnaryOperator<String> condition) {
    return codesAskedFor(batch).stream().map(condition).collect(Collectors.joining(" OR "));
  }

  /** Empty when no document says its day. */
  static String days(Batch batch) {
    List<LocalDate> days =
        batch.intended().stream()
            .map(intended -> XeroFields.day(XeroFields.text(intended.document(), "Date")))
            .filter(Objects::nonNull)
            .sorted()
            .toList();
    return days.isEmpty()
        ? ""
        : "Date>=" + day(days.get(0)) + " AND Date<=" + day(days.get(days.size() - 1));
  }

  static Set<String> codesAskedFor(Batch batch) {
    DocumentResource resource = batch.of();
    return batch.intended().stream()
        .map(intended -> resource.code(intended.key()))
        .distinct()
        .limit(resource.isReadOneByOne() ? 1 : MOST_CODES)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static String day(LocalDate day) {
    return "DateTime(%d,%02d,%02d)"
        .formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
  }
}
