package io.ledgerway.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * A source as its file, {@code source.yaml}, describes it. Immutable.
 *
 * @param name in ids, topics and mappings
 * @param title for people
 * @param kinds of its documents, by name
 * @param settings what a company chooses, by name
 * @param settingsSchema the same as the JSON Schema that the file holds
 * @param tables from the source's values to Xero's records, by name
 * @param secrets that the source is asked with, by name; companies whose first one is the same
 *     share the source's limits
 * @param receiptHosts where its receipts are fetched from, such as {@code *.files.example}; empty
 *     when it has none
 * @param version the same as long as the file's text is the same
 */
public record Source(
    String name,
    String title,
    Map<String, Kind> kinds,
    Map<String, Choice> settings,
    JsonNode settingsSchema,
    Map<String, Choice> tables,
    Map<String, Secret> secrets,
    List<String> receiptHosts,
    String version) {

  /**
   * A kind of document.
   *
   * @param noun what people call one
   * @param resource of Xero's, that it becomes
   * @param afterPosting what becomes of what is newer than a document that stands in Xero: {@code
   *     refuse}, {@code update} or {@code replace}
   */
  public record Kind(String noun, String resource, String afterPosting) {}

  /**
   * Something that is kept sealed and never shown again, such as a password.
   *
   * @param title for people
   * @param description where it is found, say; may be null
   */
  public record Secret(String title, String description) {}
}
