package io.ledgerway.golden;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ledgerway.mapping.MappingProblems;
import io.ledgerway.mapping.Mappings;
import io.ledgerway.source.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs cases: a mapping must make of {@code <case>.in.json} exactly what {@code <case>.out.json}
 * holds, or find exactly the problems in {@code <case>.problems.json}. Not thread-safe.
 */
public final class GoldenCases {

  /** The marker of all cases. */
  public static final String MARKER = "LW-7K3M9QX2ABCD-07";

  /** The address of all cases' documents. */
  public static final String URL = "https://ledgerway.example/documents/7";

  private static final JsonMapper PRETTY =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Path folder;
  private final BooksFile common;
  private final Mappings mappings;
  private BooksFile books;

  /**
   * @throws MistakenFile when {@code books.yaml} cannot be used
   */
  public GoldenCases(Path folder, Sources sources) {
    this.folder = folder;
    this.common = BooksFile.read(folder.resolve("books.yaml"));
    this.books = common;
    this.mappings =
        new Mappings(
            folder,
            sources,
            company -> books.books(),
            (company, source, id) -> books.posted(source, id));
  }

  /** All cases below a folder of mappings, in the order of their names. */
  public static List<GoldenCase> under(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .filter(file -> file.endsWith(GoldenCase.INPUT) && file.indexOf('/') > 0)
          .map(file -> file.substring(0, file.length() - GoldenCase.INPUT.length()))
          .sorted()
          .map(name -> new GoldenCase(folder, name))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What became of a case.
   *
   * @param file that says what must come of it, by what came of it
   * @param expected the text in that file; null when there is none
   * @param made as that file would have it
   */
  public record Outcome(GoldenCase of, Path file, String expected, String made) {

    public boolean isAsExpected() {
      return made.equals(expected);
    }
  }

  /**
   * @throws io.ledgerway.mapping.MappingException when the mapping is broken or fails
   * @throws MistakenFile when the case's books cannot be used
   */
  public Outcome run(GoldenCase one) {
    books = common.with(BooksFile.read(one.books()));
    try {
      Object document =
          mappings.mapAgainst(books.books(), one.mapping(), read(one.input()), MARKER, URL);
      return outcome(one, one.output(), written(document));
    } catch (MappingProblems found) {
      return outcome(one, one.problems(), written(found));
    } finally {
      books = common;
    }
  }

  private static Outcome outcome(GoldenCase one, Path file, String made) {
    return new Outcome(one, file, Files.exists(file) ? read(file) : null, made);
  }

  /** A document as the file of a case has it. */
  public static String written(Object document) {
    try {
      return PRETTY.writeValueAsString(document) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Problems as the file of a case has them. */
  public static String written(MappingProblems found) {
    return written(PRETTY.convertValue(found.problems(), List.class));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
