package io.ledgerway.mapping;

import java.util.Optional;

/** What stands in a company's organisation of the documents that came in. Thread-safe. */
@FunctionalInterface
public interface PostedDocuments {

  /**
   * A document that stands in Xero.
   *
   * @param resource of Xero's
   * @param version of the document at its source, that was taken up last
   */
  record PostedDocument(String kind, String resource, String xeroId, int version) {}

  /** Empty while it does not stand in the organisation that the company is connected to. */
  Optional<PostedDocument> find(String company, String source, String sourceId);
}
