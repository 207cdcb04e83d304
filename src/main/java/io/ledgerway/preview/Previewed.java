package io.ledgerway.preview;

import io.ledgerway.intake.Judged;
import io.ledgerway.problem.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What would become of an event or a document.
 *
 * @param refused why an event would be a dead letter; null when it would not
 * @param entry in the ledger; null of what is refused
 * @param document the Xero document to the byte; null when something stands in its way
 * @param knownLater what of it is known only later
 * @param call that it would travel in; null when it would not
 */
public record Previewed(
    Judged refused,
    Entry entry,
    List<Problem> problems,
    String document,
    List<KnownLater> knownLater,
    Call call) {

  /**
   * A document of the ledger.
   *
   * @param posting its id; null of what is not in the ledger
   * @param outcome what the ledger would say to an event, such as {@code STORED}; null of a
   *     document that is in it
   * @param notOfSchema the schema that the event is not of; null when it is
   * @param state that it would come into; of what is on its way or in Xero, the one that it is in
   */
  public record Entry(
      UUID posting,
      String outcome,
      String source,
      String sourceId,
      int version,
      String kind,
      String resource,
      LocalDate date,
      String currency,
      BigDecimal total,
      String notOfSchema,
      String state) {}

  /**
   * A text in the document that stands for another one.
   *
   * @param when that other one is known
   */
  public record KnownLater(String text, String what, String when) {}

  /**
   * A call to Xero.
   *
   * @param path below Xero's address
   * @param exports {@code REAL_TIME}, or what else lets documents of the source go
   * @param released whether nothing but its turn is waited for
   * @param waiting documents that wait for the same call, a thousand at the most
   * @param mostDocuments that go in one
   * @param bytes of the document
   * @param mostBytes of all documents in one
   */
  public record Call(
      String method,
      String path,
      String exports,
      boolean released,
      int waiting,
      int mostDocuments,
      int bytes,
      int mostBytes) {}
}
