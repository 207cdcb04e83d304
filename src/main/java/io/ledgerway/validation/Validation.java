package io.ledgerway.validation;

import io.ledgerway.problem.Mistake;
import io.ledgerway.source.SourceMistakes;
import io.ledgerway.source.Sources;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Judges a folder of routes and one of mappings as a whole. Thread-safe. */
public final class Validation {

  private Validation() {}

  /**
   * @return every mistake, in the order of files and lines; empty when all is right
   */
  public static List<Mistake> of(Path routes, Path mappings) {
    Mistakes found = new Mistakes();
    Sources sources = sources(routes, mappings, found);
    RouteFolder folder = RouteFolder.read(routes, found);
    new RouteRules(folder, found).check();
    new EndpointRules(folder, routes, mappings, found).check();
    new ExpressionRules(folder, found).check();
    new SchemaRules(routes, found).check();
    new MappingRules(mappings, sources, found).check();
    new CaseRules(routes, mappings, sources, found).check();
    return found.all().stream()
        .distinct()
        .sorted(
            Comparator.comparing(Mistake::file)
                .thenComparing(Mistake::line)
                .thenComparing(Mistake::column))
        .toList();
  }

  /** Those that can be read: what is wrong with one source hides nothing of the others. */
  private static Sources sources(Path routes, Path mappings, Mistakes found) {
    return Sources.readable(
        routes, mappings, (SourceMistakes mistaken) -> mistaken.mistakes().forEach(found::add));
  }
}
