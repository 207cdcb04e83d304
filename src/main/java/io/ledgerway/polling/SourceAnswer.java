package io.ledgerway.polling;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * What a source answered, kept in a file: it may be larger than what memory is for. Read once to
 * its end before anything of it is used. Used by one thread.
 */
class SourceAnswer {

  /** Of what is no list of records, so much is looked at. */
  private static final int MOST_OBJECT_BYTES = 4_000_000;

  private static final int TOLD_BYTES = 4_000;
  private static final int PORTION_RECORDS = 200;
  private static final int PORTION_BYTES = 2_000_000;

  private final Path file;
  private final long size;
  private final String cursorField;
  private final List<long[]> records = new ArrayList<>();
  private boolean array;
  private Map<?, ?> object;
  private String broken;
  private String until;

  private SourceAnswer(Path file, String cursorField) throws IOException {
    this.file = file;
    this.size = Files.size(file);
    this.cursorField = cursorField;
  }

  /**
   * @param cursorField the field of records whose greatest value is how far the source was read;
   *     may be null
   */
  static SourceAnswer read(Path file, String cursorField) throws IOException {
    SourceAnswer answer = new SourceAnswer(file, cursorField);
    int first = answer.firstByte();
    if (first == '[') {
      answer.readRecords();
    } else if (first == '{') {
      answer.readObject();
    }
    return answer;
  }

  boolean isEmpty() {
    return size == 0 || firstByte() < 0;
  }

  boolean isArray() {
    return array;
  }

  /** The whole answer, when it is a JSON object; else null. */
  Map<?, ?> object() {
    return object;
  }

  /** Where it breaks off as JSON; null when it does not, or is none. */
  String broken() {
    return broken;
  }

  /** The greatest value of the cursor's field; null when no record has one. */
  String until() {
    return until;
  }

  int count() {
    return records.size();
  }

  String beginning() {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(TOLD_BYTES), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The records, byte for byte, some at a time. */
  Iterator<List<byte[]>> portions() {
    return new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        return next < records.size();
      }

      @Override
      public List<byte[]> next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        List<byte[]> portion = new ArrayList<>();
        long bytes = 0;
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
          while (hasNext() && portion.size() < PORTION_RECORDS && bytes < PORTION_BYTES) {
            long[] place = records.get(next++);
            byte[] record = new byte[(int) (place[1] - place[0])];
            in.seek(place[0]);
            in.readFully(record);
            portion.add(record);
            bytes += record.length;
          }
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        return portion;
      }
    };
  }

  private int firstByte() {
    try (InputStream in = Files.newInputStream(file)) {
      int one = in.read();
      while (one == ' ' || one == '\n' || one == '\r' || one == '\t') {
        one = in.read();
      }
      return one;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void readObject() throws IOException {
    if (size > MOST_OBJECT_BYTES) {
      broken = "an object of " + size + " bytes is more than is looked at";
      return;
    }
    try {
      object = PollJson.object(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      broken = place(e);
    }
  }

  private void readRecords() throws IOException {
    try (InputStream in = Files.newInputStream(file);
        JsonParser parser = PollJson.factory().createParser(in)) {
      parser.nextToken();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        long from = parser.currentTokenLocation().getByteOffset();
        if (parser.currentToken() != JsonToken.START_OBJECT || from < 0) {
          broken = "element " + records.size() + " is no object";
          return;
        }
        readRecord(parser);
        records.add(new long[] {from, parser.currentLocation().getByteOffset()});
      }
      if (parser.nextToken() != null) {
        broken = "after the list, at byte " + parser.currentTokenLocation().getByteOffset();
        return;
      }
      array = true;
    } catch (JsonProcessingException e) {
      broken = place(e);
    }
  }

  private void readRecord(JsonParser parser) throws IOException {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String field = parser.currentName();
      JsonToken value = parser.nextToken();
      if (value == JsonToken.VALUE_STRING && field.equals(cursorField)) {
        String date = parser.getText();
        until = until == null || date.compareTo(until) > 0 ? date : until;
      }
      parser.skipChildren();
    }
  }

  private static String place(JsonProcessingException e) {
    return "at byte " + (e.getLocation() == null ? "?" : e.getLocation().getByteOffset());
  }
}
