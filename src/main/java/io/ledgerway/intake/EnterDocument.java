package io.ledgerway.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.document.DocumentResource;
import io.ledgerway.mapping.Mappings;
import io.ledgerway.posting.Arrival;
import io.ledgerway.posting.Arrival.AfterPosting;
import io.ledgerway.source.Source.Kind;
import io.ledgerway.source.Sources;
import io.ledgerway.sql.StorableText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Makes the {@link Entry} of the event that came from what the source's {@code ledger-entry}
 * mapping says of it. What the ledger cannot take is the mapping's fault, unless the event is not
 * of its schema: then only whose it is has to be there.
 */
class EnterDocument implements Processor {

  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_TEXT = 1_000;
  private final Sources sources;

  EnterDocument(Sources sources) {
    this.sources = sources;
  }

  @Override
  public void process(Exchange exchange) {
    IncomingRecord record = exchange.getVariable(CheckRecord.RECORD, IncomingRecord.class);
    JsonNode event = exchange.getVariable(ReadEvent.EVENT, JsonNode.class);
    Map<?, ?> said = said(exchange.getMessage().getBody());
    EventMistakes mistakes = exchange.getVariable(EventMistakes.VARIABLE, EventMistakes.class);
    if (mistakes != null) {
      requireIdentity(said, mistakes);
    }
    BiFunction<String, Integer, String> shown =
        (field, longest) ->
            mistakes == null
                ? text(said, field, longest)
                : orNothing(() -> text(said, field, longest));
    exchange
        .getMessage()
        .setBody(
            new Entry(
                record,
                new Arrival(
                    company(said, record),
                    name(said, "source"),
                    name(said, "sourceId"),
                    version(said),
                    name(said, "kind"),
                    kind(said).resource(),
                    mistakes == null ? date(said) : orNothing(() -> date(said)),
                    shown.apply("currency", LONGEST_NAME),
                    mistakes == null ? total(said) : orNothing(() -> total(said)),
                    shown.apply("employee", LONGEST_TEXT),
                    shown.apply("merchant", LONGEST_TEXT),
                    exchange.getVariable(ReadEvent.TEXT, String.class),
                    contentHash(said, event),
                    text(said, "withdrawn", LONGEST_TEXT),
                    afterPosting(said),
                    mistakes == null ? null : mistakes.schema(),
                    null),
                exchange.getVariable(Mappings.NAME_VARIABLE, String.class),
                said.get("company") == null
                    ? null
                    : new SourceAccount(name(said, "source"), name(said, "company")),
                ReceiptsOfEntry.of(said)));
  }

  /** What is not of its schema is held for its company, under its id, until a newer one comes. */
  private static void requireIdentity(Map<?, ?> said, EventMistakes mistakes) {
    if (mistakes.concern("company")) {
      name(said, "company");
    }
    if (mistakes.concern("version")) {
      throw mistake("it gives no 'version'");
    }
  }

  private static <T> T orNothing(Supplier<T> value) {
    try {
      return value.get();
    } catch (LedgerEntryWrong e) {
      return null;
    }
  }

  private static Map<?, ?> said(Object body) {
    if (body instanceof Map<?, ?> map) {
      return map;
    }
    throw mistake("it gives no object");
  }

  private static String name(Map<?, ?> said, String field) {
    String name = text(said, field, LONGEST_NAME);
    if (name == null || name.isEmpty()) {
      throw mistake("it gives no '" + field + "'");
    }
    return name;
  }

  private static String text(Map<?, ?> said, String field, int longest) {
    Object value = said.get(field);
    if (value == null) {
      return null;
    }
    if (!(value instanceof String text) || text.length() > longest || !StorableText.is(text)) {
      throw mistake(
          "'%s' is no text of at most %d characters without NUL".formatted(field, longest));
    }
    return text;
  }

  /** Of an event that does not say whose account it is of, its record says the company. */
  private static String company(Map<?, ?> said, IncomingRecord record) {
    return said.get("company") == null && record.key() != null && !record.key().isEmpty()
        ? record.key()
        : name(said, "company");
  }

  /** A mapping may say what of the event decides whether it says the same as before. */
  static String contentHash(Map<?, ?> said, JsonNode event) {
    return EventJson.contentHash(
        said.get("content") == null ? event : EventJson.tree(said.get("content")));
  }

  private static Integer version(Map<?, ?> said) {
    if (said.get("version") == null) {
      return null;
    }
    try {
      return ((BigDecimal) said.get("version")).intValueExact();
    } catch (ArithmeticException | ClassCastException | NullPointerException e) {
      throw mistake("'version' is no whole number");
    }
  }

  private AfterPosting afterPosting(Map<?, ?> said) {
    return AfterPosting.valueOf(kind(said).afterPosting().toUpperCase(Locale.ROOT));
  }

  private Kind kind(Map<?, ?> said) {
    String source = name(said, "source");
    String kind = name(said, "kind");
    Kind known =
        sources
            .find(source)
            .orElseThrow(() -> mistake("'source' is '" + source + "', which has no source.yaml"))
            .kinds()
            .get(kind);
    if (known == null) {
      throw mistake("'kind' is '" + kind + "', which the source.yaml of " + source + " lacks");
    }
    return known;
  }

  private static LocalDate date(Map<?, ?> said) {
    String text = text(said, "date", LONGEST_NAME);
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw mistake("'date' is '" + text + "', which is no day of the calendar");
    }
  }

  /** Without it nobody could tell that a document is not what came. */
  private BigDecimal total(Map<?, ?> said) {
    if (said.get("total") == null && !DocumentResource.valueOf(kind(said).resource()).hasAmount()) {
      return null;
    }
    if (said.get("total") instanceof BigDecimal total) {
      return total;
    }
    throw mistake("it gives no 'total'");
  }

  private static LedgerEntryWrong mistake(String what) {
    return new LedgerEntryWrong(what);
  }
}
