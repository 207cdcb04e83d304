package io.ledgerway.validation;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.golden.BooksFile;
import io.ledgerway.problem.Nearest;
import io.ledgerway.source.Source;
import io.ledgerway.source.Sources;
import io.ledgerway.yaml.YamlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds files of golden cases that cannot be read, that belong to nothing, or that lack another.
 */
final class CaseRules {

  private static final String IN = ".in.json";
  private static final String OUT = ".out.json";
  private static final String PROBLEMS = ".problems.json";
  private static final String BOOKS = ".books.yaml";

  private final Path routes;
  private final Path mappings;
  private final Sources sources;
  private final Mistakes found;

  CaseRules(Path routes, Path mappings, Sources sources, Mistakes found) {
    this.routes = routes;
    this.mappings = mappings;
    this.sources = sources;
    this.found = found;
  }

  void check() {
    try (Stream<Path> files = Files.walk(mappings)) {
      files.filter(Files::isRegularFile).sorted().forEach(this::check);
    } catch (IOException e) {
      found.of(mappings, "cannot be read", "Name the folder of mappings");
    }
  }

  private void check(Path file) {
    String name = file.getFileName().toString();
    if (name.endsWith(".json")) {
      JsonFile.read(file, found);
    }
    if (name.endsWith(IN)) {
      checkInput(file, name.substring(0, name.length() - IN.length()));
    } else if (name.endsWith(OUT) || name.endsWith(PROBLEMS) || name.endsWith(BOOKS)) {
      String ending =
          Stream.of(OUT, PROBLEMS, BOOKS).filter(name::endsWith).findFirst().orElseThrow();
      String of = name.substring(0, name.length() - ending.length());
      if (Files.notExists(file.resolveSibling(of + IN))) {
        found.of(file, "there is no case " + of + IN + " beside it", "Name both alike");
      }
    } else if (!name.endsWith(".jsonata") && !name.equals("books.yaml")) {
      found.of(
          file,
          "nobody reads a file of this name",
          "Cases are named <case>.in.json, .out.json, .problems.json and .books.yaml");
    }
    if (name.equals("books.yaml") || name.endsWith(BOOKS)) {
      checkBooks(file);
    }
  }

  private void checkInput(Path file, String of) {
    Path folder = file.getParent();
    if (Files.notExists(folder.resolveSibling(folder.getFileName() + ".jsonata"))) {
      found.of(
          file,
          "there is no mapping " + folder.getFileName() + ".jsonata that this would be a case of",
          "Move it into the folder that is named after its mapping");
    }
    boolean out = Files.exists(file.resolveSibling(of + OUT));
    boolean problems = Files.exists(file.resolveSibling(of + PROBLEMS));
    if (!out && !problems) {
      found.of(
          file,
          "nothing says what must come of this case",
          "Run 'ledgerway test --write', and read what it wrote before you keep it");
    } else if (out && problems) {
      found.of(file, "the case has both an outcome and problems", "Delete one of the two files");
    }
  }

  private void checkBooks(Path file) {
    YamlText yaml = BooksFile.read(file, found::add);
    if (yaml != null) {
      yaml.json()
          .path("chosen")
          .properties()
          .forEach(chosen -> checkChosen(file, yaml, chosen.getKey(), chosen.getValue()));
    }
  }

  private void checkChosen(Path file, YamlText yaml, String name, JsonNode chosen) {
    Source source = sources.find(name).orElse(null);
    if (source == null && Files.exists(routes.resolve(name).resolve("source.yaml"))) {
      return; // what is wrong with that one is told there
    }
    if (source == null) {
      found.at(
          file,
          yaml.place("/chosen/" + YamlText.escaped(name)),
          "there is no source '" + name + "'",
          Nearest.to(name, sources.all().stream().map(Source::name).collect(Collectors.toSet())));
      return;
    }
    Set<String> known = new TreeSet<>(source.settings().keySet());
    known.addAll(source.tables().keySet());
    chosen
        .fieldNames()
        .forEachRemaining(
            choice -> {
              if (!known.contains(choice)) {
                found.at(
                    file,
                    yaml.place("/chosen/" + name + "/" + YamlText.escaped(choice)),
                    name + " has no setting or table '" + choice + "'",
                    Nearest.to(choice, known));
              }
            });
  }
}
