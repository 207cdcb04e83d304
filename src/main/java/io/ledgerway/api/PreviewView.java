package io.ledgerway.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.ledgerway.intake.Judged;
import io.ledgerway.preview.Previewed;
import io.ledgerway.problem.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What would become of an event or a document. */
@Schema(name = "Preview")
record PreviewView(
    @Schema(description = "Why the event would be a dead letter; none when it would not.")
        Refused refused,
    @Schema(description = "The document of the ledger; none of what is refused.")
        Previewed.Entry entry,
    @Schema(description = "All that stands in its way, who must act and what to do.")
        List<Problem> problems,
    @Schema(
            implementation = Object.class,
            type = "object",
            description =
                "The Xero document to the byte, as an element of the call's list; none while"
                    + " something stands in its way.",
            example = "{\"Type\": \"SPEND\", \"Reference\": \"LW-0000000000000000-00\"}")
        @JsonRawValue
        String document,
    @Schema(description = "Texts in the document that stand for what is known only later.")
        List<Previewed.KnownLater> knownLater,
    @Schema(description = "The call that it would travel in; none when it would not.")
        Previewed.Call call) {

  /** Why an event would not be accepted. */
  @Schema(name = "PreviewRefused")
  record Refused(String code, String message, String action) {

    static Refused of(Judged refused) {
      return refused == null
          ? null
          : new Refused(refused.code(), refused.message(), refused.action());
    }
  }

  static PreviewView of(Previewed previewed) {
    return new PreviewView(
        Refused.of(previewed.refused()),
        previewed.entry(),
        previewed.problems(),
        previewed.document(),
        previewed.knownLater(),
        previewed.call());
  }
}
