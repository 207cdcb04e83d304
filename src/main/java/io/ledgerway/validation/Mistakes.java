package io.ledgerway.validation;

import io.ledgerway.problem.Mistake;
import io.ledgerway.yaml.YamlText.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong. Used by one thread. */
final class Mistakes {

  private final List<Mistake> all = new ArrayList<>();

  void add(Mistake mistake) {
    all.add(mistake);
  }

  void at(RouteFile file, String pointer, String what, String fix) {
    at(file.path(), file.yaml().place(pointer), what, fix);
  }

  /** At the value that stands there, and not at its name. */
  void atValue(RouteFile file, String pointer, String what, String fix) {
    at(file.path(), file.yaml().value(pointer), what, fix);
  }

  void at(Path file, Place place, String what, String fix) {
    add(place.mistake(file, what, fix));
  }

  void of(Path file, String what, String fix) {
    add(new Mistake(file.toString(), 0, 0, what, fix));
  }

  List<Mistake> all() {
    return all;
  }
}
