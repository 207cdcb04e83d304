package io.ledgerway.intake;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaException;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A JSON Schema on disk. An edit is in force for the next event; one that cannot be read leaves the
 * former in force, and the log says so once. Thread-safe.
 */
class SchemaFile {

  private static final Logger LOG = LoggerFactory.getLogger(SchemaFile.class);
  private final Path file;
  private volatile Judges judges;

  /** The schema twice: one stops at the first mistake, the other finds all. */
  record Judges(JsonSchema untilFirstMistake, JsonSchema everyMistake, FileTime of) {}

  /**
   * @throws IllegalArgumentException when it is not there, or no JSON Schema
   */
  SchemaFile(Path file) {
    this.file = file;
    try {
      this.judges = read(Files.getLastModifiedTime(file));
    } catch (IOException e) {
      throw new IllegalArgumentException("the schema " + file + " cannot be read", e);
    }
  }

  Judges judges() {
    Judges known = judges;
    try {
      FileTime now = Files.getLastModifiedTime(file);
      return now.equals(known.of()) ? known : takeUp(now);
    } catch (IOException e) {
      return known;
    }
  }

  private synchronized Judges takeUp(FileTime edited) throws IOException {
    if (edited.equals(judges.of())) {
      return judges;
    }
    try {
      judges = read(edited);
      LOG.info("event=schema_edited file={}", file);
    } catch (IllegalArgumentException e) {
      judges = new Judges(judges.untilFirstMistake(), judges.everyMistake(), edited);
      LOG.warn("event=schema_mistaken file={} problem={}", file, e.getMessage());
    }
    return judges;
  }

  private Judges read(FileTime edited) throws IOException {
    String text = Files.readString(file);
    return new Judges(schema(text, true), schema(text, false), edited);
  }

  private JsonSchema schema(String text, boolean failFast) {
    try {
      JsonSchema schema =
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
              .getSchema(
                  text,
                  SchemaValidatorsConfig.builder()
                      .formatAssertionsEnabled(true)
                      .failFast(failFast)
                      .build());
      schema.initializeValidators();
      return schema;
    } catch (JsonSchemaException e) {
      throw new IllegalArgumentException(file + " is no JSON Schema: " + e.getMessage(), e);
    }
  }
}
