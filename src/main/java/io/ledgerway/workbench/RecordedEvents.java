package io.ledgerway.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Events that were written down: files of one each, or of one a line. */
final class RecordedEvents {

  private RecordedEvents() {}

  /** By file, and where there are several in one, by file and line. */
  static Map<String, String> read(Path place) throws IOException {
    Map<String, String> events = new LinkedHashMap<>();
    for (Path file : files(place)) {
      String name =
          place.equals(file) ? file.getFileName().toString() : place.relativize(file).toString();
      if (name.endsWith(".ndjson")) {
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
          if (!lines.get(i).isBlank()) {
            events.put(name + ":" + (i + 1), lines.get(i));
          }
        }
      } else {
        events.put(name, Files.readString(file));
      }
    }
    return events;
  }

  private static List<Path> files(Path place) throws IOException {
    try (Stream<Path> all = Files.walk(place)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> file.toString().endsWith("json"))
          .sorted()
          .toList();
    }
  }
}
