package io.ledgerway.mapping;

import io.ledgerway.reference.BooksOf;
import java.nio.file.Path;
import org.apache.camel.Component;

/** The {@code mapping:} component over a folder, for tests of routes in other packages. */
public final class MappingFolder {

  private MappingFolder() {}

  public static Component component(Path folder, BooksOf books) {
    return new MappingComponent(
        new Mappings(folder, SampleBooks.sources(), books, SampleBooks.posted()));
  }
}
