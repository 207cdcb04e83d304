package io.ledgerway.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;

/** Statements that routes run, for whoever runs them without routes. */
public final class RouteSql {

  private RouteSql() {}

  /** With Camel's variables as plain named parameters, and its properties at their defaults. */
  public static String read(String name) {
    try {
      return new ClassPathResource("sql/" + name + ".sql")
          .getContentAsString(StandardCharsets.UTF_8)
          .replaceAll(":#\\$\\{variable\\.(\\w+)}", ":$1")
          .replaceAll(":#\\$\\{properties:[\\w.-]+:(\\w+)}", "'$1'");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
