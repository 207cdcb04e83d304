package io.ledgerway.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;

/** Reads a statement of this package from {@code sql/reference}. */
final class Sql {

  private Sql() {}

  static String statement(String name) {
    try {
      return new ClassPathResource("sql/reference/" + name + ".sql")
          .getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
