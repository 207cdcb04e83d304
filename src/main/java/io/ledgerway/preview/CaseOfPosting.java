package io.ledgerway.preview;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerway.golden.BooksFile;
import io.ledgerway.golden.GoldenCases;
import io.ledgerway.mapping.MappingProblems;
import io.ledgerway.mapping.Mappings;
import io.ledgerway.mapping.Trace;
import io.ledgerway.problem.LedgerwayException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Makes a golden case of a document of the ledger: its event, the books that it needs, and what
 * comes of it, with others in the place of people. Thread-safe.
 */
@Component
public class CaseOfPosting {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
          .build();

  private final PostingRows rows;
  private final Mappings mappings;

  CaseOfPosting(PostingRows rows, Mappings mappings) {
    this.rows = rows;
    this.mappings = mappings;
  }

  /**
   * A case.
   *
   * @param mapping that it is for
   * @param books that it needs
   * @param document that must come of it, as its file has it; null when problems must
   * @param problems likewise
   */
  public record Case(
      String mapping, JsonNode event, JsonNode books, String document, String problems) {}

  /**
   * @return empty when the company has no document of that id
   * @throws LedgerwayException {@code CONTENTS_REMOVED}, {@code NO_MAPPING}
   */
  public Optional<Case> of(String company, UUID id) {
    return rows.of(company, id).map(row -> of(company, row));
  }

  private Case of(String company, Map<String, Object> row) {
    if (row.get("undoes") != null) {
      throw new LedgerwayException(
          "NO_MAPPING", "No mapping makes what undoes a document.", "Take the document itself.");
    }
    String mapping = row.get("source") + "/" + row.get("kind");
    Trace trace = new Trace();
    JsonNode event = read((String) row.get("event"));
    try {
      mappings.map(mapping, event, company, null, null, trace);
    } catch (MappingProblems found) {
      // A case of what is held is one, too.
    }
    Pseudonyms people = new Pseudonyms(CaseBooks.keys(trace.looked()));
    JsonNode written = people.of(event);
    ObjectNode books = CaseBooks.of("acme", trace.looked(), people);
    try {
      Object document =
          mappings.mapAgainst(
              BooksFile.of(books).books(), mapping, written, GoldenCases.MARKER, GoldenCases.URL);
      return new Case(mapping, written, books, GoldenCases.written(document), null);
    } catch (MappingProblems found) {
      return new Case(mapping, written, books, null, GoldenCases.written(found));
    }
  }

  private static JsonNode read(String event) {
    try {
      return JSON.readTree(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
