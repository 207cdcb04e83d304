package io.ledgerway.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;

/** A statement kept in {@code sql/<package>/<name>.sql} on the class path. Thread-safe. */
public final class SqlFile {

  /** Statements are asked for with every request, and never change while we run. */
  private static final Map<String, String> TEXTS = new ConcurrentHashMap<>();

  private SqlFile() {}

  /**
   * @param name package and name without the ending, e.g. {@code xero/acquire}
   * @return the statement
   * @throws UncheckedIOException when there is no such file
   */
  public static String read(String name) {
    return TEXTS.computeIfAbsent(name, SqlFile::load);
  }

  private static String load(String name) {
    try {
      return new ClassPathResource("sql/" + name + ".sql")
          .getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("No statement sql/" + name + ".sql on the class path", e);
    }
  }
}
