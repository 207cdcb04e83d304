package io.ledgerway.validation;

import io.ledgerway.golden.GoldenCase;
import io.ledgerway.golden.GoldenCases;
import io.ledgerway.mapping.MappingMistakes;
import io.ledgerway.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds mappings that cannot work, and those that nothing shows to be right. */
final class MappingRules {

  private final Path mappings;
  private final Sources sources;
  private final Mistakes found;

  MappingRules(Path mappings, Sources sources, Mistakes found) {
    this.mappings = mappings;
    this.sources = sources;
    this.found = found;
  }

  void check() {
    try (Stream<Path> files = Files.walk(mappings)) {
      Set<String> shown =
          GoldenCases.under(mappings).stream().map(GoldenCase::mapping).collect(Collectors.toSet());
      for (Path file : files.filter(one -> one.toString().endsWith(".jsonata")).sorted().toList()) {
        MappingMistakes.in(file, mappings, sources).forEach(found::add);
        String name =
            mappings.relativize(file).toString().replace('\\', '/').replaceFirst("\\.jsonata$", "");
        if (!shown.contains(name)) {
          found.of(
              file,
              "no case shows what this mapping makes",
              "Write "
                  + mappings.resolve(name).resolve("<case>.in.json")
                  + " and what comes of it");
        }
      }
    } catch (IOException e) {
      found.of(mappings, "cannot be read", "Name the folder of mappings");
    }
  }
}
