package io.ledgerway.golden;

import java.nio.file.Path;

/**
 * An event beside the mapping that it is for.
 *
 * @param folder of mappings
 * @param name below it, {@code source/kind/case}
 */
public record GoldenCase(Path folder, String name) {

  static final String INPUT = ".in.json";

  public String mapping() {
    return name.substring(0, name.lastIndexOf('/'));
  }

  public Path input() {
    return file(INPUT);
  }

  /** What the mapping must make of it. */
  public Path output() {
    return file(".out.json");
  }

  /** What must be found wrong. */
  public Path problems() {
    return file(".problems.json");
  }

  /** What differs in its books from those of all cases. */
  public Path books() {
    return file(".books.yaml");
  }

  private Path file(String ending) {
    return folder.resolve(name + ending);
  }
}
