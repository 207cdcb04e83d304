package io.ledgerway.api;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table of a source's values as CSV: a header {@code value,record} and a line for each. */
final class TableCsv {

  private static final String HINT = "Send a header 'value,record', and a line for each value.";
  private static final CsvMapper CSV = new CsvMapper();
  private static final CsvSchema COLUMNS =
      CsvSchema.builder().addColumn("value").addColumn("record").build().withHeader();

  private TableCsv() {}

  static String write(Map<String, String> rows) {
    try {
      return CSV.writer(COLUMNS)
          .writeValueAsString(
              rows.entrySet().stream()
                  .map(row -> Map.of("value", row.getKey(), "record", row.getValue()))
                  .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @throws WrongRequest when it is no such CSV, or names a value twice
   */
  static Map<String, String> read(String csv) {
    Map<String, String> rows = new LinkedHashMap<>();
    String text = csv.startsWith("\ufeff") ? csv.substring(1) : csv;
    try (MappingIterator<Map<String, String>> lines =
        CSV.readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .readValues(text)) {
      for (Map<String, String> line : (Iterable<Map<String, String>>) () -> lines) {
        if (!line.keySet().containsAll(List.of("value", "record"))) {
          throw WrongRequest.notValid(
              "CSV_NOT_VALID", "The columns are " + line.keySet() + ".", HINT);
        }
        if (rows.put(line.get("value").strip(), line.get("record").strip()) != null) {
          throw WrongRequest.notValid(
              "CSV_NOT_VALID", "The value '" + line.get("value") + "' stands there twice.", HINT);
        }
      }
    } catch (IOException | RuntimeException e) {
      if (e instanceof WrongRequest wrong) {
        throw wrong;
      }
      throw WrongRequest.notValid("CSV_NOT_VALID", "This cannot be read as CSV.", HINT);
    }
    return rows;
  }
}
