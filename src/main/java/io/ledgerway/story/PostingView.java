package io.ledgerway.story;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** A document of the ledger with its whole story. */
@Schema(name = "Posting")
public record PostingView(
    UUID id,
    @Schema(description = "The platform it comes from.") String source,
    @Schema(description = "That platform's id of it.") String sourceId,
    int version,
    @Schema(description = "Names the mapping file, e.g. card-expense.") String kind,
    @Schema(description = "The Xero resource it becomes.") String resource,
    LocalDate date,
    String currency,
    @Schema(description = "Negative for a refund.") BigDecimal total,
    String employee,
    String merchant,
    @Schema(
            description =
                "RECEIVED, HELD, READY, SENDING, UNCERTAIN, POSTED (read back as meant),"
                    + " DIFFERENT (in Xero, but not as meant, or changed since) or"
                    + " NOTHING_TO_POST.")
        String state,
    @Schema(
            description =
                "Why it is HELD or DIFFERENT, who must act and what to do. On one that is"
                    + " UNCERTAIN: why settling it needs somebody.")
        JsonNode problems,
    @Schema(description = "What would release it: when one of these changes it is checked again.")
        List<String> waitsFor,
    @Schema(description = "What it can be found by in Xero.") String marker,
    String xeroId,
    Instant receivedAt,
    Instant changedAt,
    @Schema(description = "The export that it goes out with, or went out with.") UUID export,
    @Schema(description = "Each state it has been in, oldest first.") List<Step> history,
    @Schema(description = "Each call to Xero made for it, oldest first.") List<Attempt> attempts,
    @Schema(
            implementation = Object.class,
            type = "object",
            description =
                "The event as it came, as its source's schema describes it; only when"
                    + " a single posting is asked for.",
            example =
                """
                {"id": "exp-1001", "version": 1, "company": "acme", "paidBy": "card", "card": "card-1",
                 "employee": {"email": "ada.kerr@acme.example"}, "date": "2026-03-02", "currency": "NZD",
                 "merchant": "Wilson Parking",
                 "lines": [{"id": "1", "amount": 25.06, "category": "…", "taxRate": "INPUT2"}]}\
                """)
        @JsonRawValue
        String event,
    @Schema(
            implementation = Object.class,
            type = "object",
            description =
                "The Xero document as sent: an element of the resource that 'resource' names, as"
                    + " Xero's API describes it; only when a single posting is asked for.",
            example =
                """
                {"Type": "SPEND", "Contact": {"ContactID": "…"}, "BankAccount": {"AccountID": "…"},
                 "Date": "2026-03-02", "Reference": "LW-0000000000000000-00 Wilson Parking",
                 "LineAmountTypes": "Inclusive", "CurrencyCode": "NZD",
                 "LineItems": [{"Description": "Parking", "Quantity": 1, "UnitAmount": 25.06,
                   "AccountCode": "493", "TaxType": "INPUT2"}]}\
                """)
        @JsonRawValue
        String document,
    @Schema(
            description =
                "Whether its source was told that it is posted, where the company wants that; only"
                    + " when a single posting is asked for.")
        Confirmation confirmation,
    @Schema(
            description =
                "What its source gave with it, in the order in which it follows into Xero. A failed"
                    + " one changes nothing about the document.")
        List<Receipt> receipts,
    @Schema(
            description =
                "When what it said of people was removed, so that neither its event nor the words"
                    + " of its Xero document are shown; none while they are kept.")
        Removed contentsRemoved,
    @Schema(
            description =
                "The id of its trace, by which the collector has it (32 hexadecimal digits); none"
                    + " where nobody follows it. Only when a single posting is asked for.")
        String trace) {

  /**
   * That its contents were removed.
   *
   * @param by RETENTION (kept long enough) or ERASURE (a person's data was erased)
   * @param note the same in words
   */
  @Schema(name = "PostingContentsRemoved")
  public record Removed(
      Instant at,
      @Schema(description = "RETENTION (kept long enough) or ERASURE (on a person's request).")
          String by,
      String note) {

    static Removed of(Instant at, String by) {
      return at == null
          ? null
          : new Removed(
              at,
              by,
              "Contents removed on %s by %s."
                  .formatted(LocalDate.ofInstant(at, ZoneOffset.UTC), by.toLowerCase(Locale.ROOT)));
    }
  }

  /**
   * A receipt of it.
   *
   * @param name under which it stands in Xero
   */
  @Schema(name = "PostingReceipt")
  public record Receipt(
      UUID id,
      @Schema(description = "The source's id of it.") String sourceId,
      @Schema(description = "RECEIPT or SUPPORTING.") String kind,
      @Schema(description = "As its source calls it.") String fileName,
      @Schema(
              description =
                  "NOT_CHOSEN (the company's setting 'receipts' leaves it out), WAITING, SENDING"
                      + " (it may be in Xero; that is found out), ATTACHED or FAILED.")
          String state,
      @Schema(description = "Why it is not in Xero, who must act and what to do.")
          JsonNode problems,
      @Schema(description = "Attempts that failed.") int attempts,
      @Schema(description = "When it is tried next.") Instant dueAt,
      @Schema(description = "In Xero.") String name,
      String contentType,
      @Schema(description = "In bytes.") Long size,
      @Schema(description = "SHA-256 of what was sent.") String sha256,
      @Schema(description = "Xero's id of the attachment.") String xeroId,
      Instant changedAt) {}

  /**
   * What its source was told.
   *
   * @param state WAITING, CONFIRMED or REFUSED
   * @param note why the source did not take it
   */
  @Schema(name = "PostingConfirmation")
  public record Confirmation(String state, String note, Instant at) {}

  @Schema(name = "PostingStep")
  public record Step(
      String state,
      int version,
      Instant at,
      JsonNode problems,
      UUID batch,
      String xeroId,
      @Schema(description = "When the source was told.") Instant toldAt,
      @Schema(description = "The export that it was in.") UUID export) {}

  @Schema(name = "PostingAttempt")
  public record Attempt(
      UUID batch,
      String idempotencyKey,
      String requestHash,
      int documents,
      String method,
      Instant startedAt,
      Instant finishedAt,
      Integer status,
      @Schema(description = "Xero's own id of the call, for its support.") String correlationId,
      String error) {}
}
