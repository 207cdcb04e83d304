package io.ledgerway.api;

import io.ledgerway.mapping.PostedDocuments.PostedDocument;
import io.ledgerway.mapping.Trace;
import io.ledgerway.preview.Explained;
import io.ledgerway.preview.Previewed;
import io.ledgerway.problem.Problem;
import io.ledgerway.reference.Account;
import io.ledgerway.reference.Contact;
import io.ledgerway.reference.Organisation;
import io.ledgerway.reference.TaxRate;
import io.ledgerway.reference.TrackingOption;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;

/** What a document is made of. */
@Schema(name = "Explanation")
record ExplanationView(
    @Schema(description = "Why the event would be a dead letter; none when it would not.")
        PreviewView.Refused refused,
    @Schema(description = "The document of the ledger; none of what is refused.")
        Previewed.Entry entry,
    @Schema(
            description =
                "Whether what the ledger holds is what the mappings make of the event now; none"
                    + " where it holds nothing.")
        Boolean asInLedger,
    @Schema(description = "Each value of the Xero document, in its order.") List<Field> fields,
    @Schema(description = "Each problem.") List<Why> problems,
    @Schema(description = "Whether there is more than is listed.") boolean more,
    @Schema(
            description = "The text of each mapping that ran, by its name.",
            example = "{\"acorn/charge\": \"{ \\\"Type\\\": \\\"SPEND\\\" }\"}")
        Map<String, String> mappings) {

  /** A value of the Xero document. */
  @Schema(name = "ExplanationField")
  record Field(
      @Schema(example = "LineItems[0].AccountCode") String path,
      @Schema(implementation = Object.class, example = "453") Object value,
      Origin origin) {}

  /** A problem. */
  @Schema(name = "ExplanationProblem")
  record Why(
      Problem problem,
      Origin origin,
      @Schema(description = "Fields of the document that it is about.") List<String> fields) {}

  /** What made it, and of what. */
  @Schema(name = "ExplanationOrigin")
  record Origin(
      @Schema(description = "The line of the mapping; none when no mapping made it.") Trace.At at,
      @Schema(description = "Values of the event that were read.") List<Trace.Read> reads,
      @Schema(description = "Functions that were called.") List<Call> calls,
      @Schema(description = "Whether there is more than is listed.") boolean more) {

    static Origin of(Trace.At at, Trace.Origin of) {
      return of == null
          ? at == null ? null : new Origin(at, List.of(), List.of(), false)
          : new Origin(at, of.reads(), of.calls().stream().map(Call::of).toList(), of.more());
    }
  }

  /** A function of the engine's that a mapping called. */
  @Schema(name = "ExplanationCall")
  record Call(
      String function,
      @Schema(type = "array", example = "[\"acc-office\"]") List<Object> arguments,
      @Schema(implementation = Object.class, example = "453") Object gave,
      Trace.At at,
      @Schema(description = "What it looked up.") List<LookedUp> looked) {

    static Call of(Trace.Call call) {
      return new Call(
          call.function(),
          call.arguments(),
          call.gave(),
          call.at(),
          call.looked().stream().map(LookedUp::of).toList());
    }
  }

  /** A look into the company's books, choices or ledger. */
  @Schema(name = "ExplanationLookUp")
  record LookedUp(
      @Schema(description = "account, taxRate, choice, …") String part,
      @Schema(description = "By which it was looked for.") String key,
      boolean found,
      @Schema(description = "Xero's id of the record, or what was chosen.") String id,
      String code,
      String name) {

    static LookedUp of(Trace.Looked one) {
      Object found = one.found();
      if (found instanceof Account account) {
        return of(one, account.id(), account.code(), account.name());
      }
      if (found instanceof TaxRate rate) {
        return of(one, rate.taxType(), null, rate.name());
      }
      if (found instanceof TrackingOption option) {
        return of(one, option.id(), null, option.categoryName() + ": " + option.name());
      }
      if (found instanceof Contact contact) {
        return of(one, contact.id(), null, contact.name());
      }
      if (found instanceof Organisation organisation) {
        return of(one, organisation.id(), null, organisation.name());
      }
      if (found instanceof PostedDocument posted) {
        return of(one, posted.xeroId(), null, posted.kind());
      }
      return of(one, found == null ? null : found.toString(), null, null);
    }

    private static LookedUp of(Trace.Looked one, String id, String code, String name) {
      return new LookedUp(one.part(), one.key(), one.found() != null, id, code, name);
    }
  }

  static ExplanationView of(Explained explained) {
    return new ExplanationView(
        PreviewView.Refused.of(explained.previewed().refused()),
        explained.previewed().entry(),
        explained.asInLedger(),
        explained.fields().stream()
            .map(each -> new Field(each.path(), each.value(), Origin.of(each.at(), each.origin())))
            .toList(),
        explained.problems().stream()
            .map(
                each -> new Why(each.problem(), Origin.of(each.at(), each.origin()), each.fields()))
            .toList(),
        explained.more(),
        explained.mappings());
  }
}
