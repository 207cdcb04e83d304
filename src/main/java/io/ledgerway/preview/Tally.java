package io.ledgerway.preview;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerway.document.FieldDifferences;
import io.ledgerway.preview.Replayed.Change;
import io.ledgerway.preview.Replayed.Changed;
import io.ledgerway.preview.Replayed.Field;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Counts what would be otherwise, and keeps the first few hundred. Not thread-safe. */
final class Tally {

  private static final int MOST_DOCUMENTS = 300;
  private static final int MOST_FIELDS = 50;
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
          .build();

  private final Map<Change, Integer> counts = new EnumMap<>(Change.class);
  private final List<Changed> documents = new ArrayList<>();

  void same(int more) {
    counts.merge(Change.SAME, more, Integer::sum);
  }

  /**
   * One document.
   *
   * @param row as it stands in the ledger
   */
  void add(Map<String, Object> row, Made before, Made after) {
    Change change = change(before, after);
    counts.merge(change, 1, Integer::sum);
    if (change != Change.SAME && documents.size() < MOST_DOCUMENTS) {
      documents.add(
          new Changed(
              (String) row.get("company"),
              (UUID) row.get("id"),
              (String) row.get("source"),
              (String) row.get("source_id"),
              (String) row.get("kind"),
              (String) row.get("state"),
              change,
              after.problems(),
              fields(before, after)));
    }
  }

  private static Change change(Made before, Made after) {
    if (before.document() != null && after.document() != null) {
      return before.equals(after) ? Change.SAME : Change.DIFFERENT;
    }
    if (before.document() == null && after.document() == null) {
      return before.problems().equals(after.problems()) ? Change.SAME : Change.OTHERWISE_HELD;
    }
    return after.document() == null ? Change.HELD : Change.RELEASED;
  }

  private static List<Field> fields(Made before, Made after) {
    Stream<FieldDifferences.Difference> documents =
        before.document() == null || after.document() == null
            ? Stream.of()
            : FieldDifferences.between(tree(before.document()), tree(after.document())).stream();
    Stream<FieldDifferences.Difference> entries =
        before.entry().isEmpty() || after.entry().isEmpty()
            ? Stream.of()
            : FieldDifferences.between(entry(before), entry(after)).stream();
    return Stream.concat(entries, documents)
        .limit(MOST_FIELDS)
        .map(each -> new Field(each.path(), each.one(), each.other()))
        .toList();
  }

  private static JsonNode entry(Made made) {
    ObjectNode entry = JSON.createObjectNode();
    made.entry().forEach((name, value) -> entry.put("entry." + name, value));
    return entry;
  }

  private static JsonNode tree(String document) {
    try {
      return JSON.readTree(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  Replayed told(List<String> edited, boolean stopped) {
    return new Replayed(
        edited,
        counts.values().stream().mapToInt(Integer::intValue).sum(),
        of(Change.SAME),
        of(Change.DIFFERENT),
        of(Change.HELD),
        of(Change.RELEASED),
        of(Change.OTHERWISE_HELD),
        stopped,
        List.copyOf(documents));
  }

  private int of(Change change) {
    return counts.getOrDefault(change, 0);
  }
}
