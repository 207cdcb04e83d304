package io.ledgerway.validation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** What Camel's jars on the class path say that they bring. */
final class ClassPath {

  private ClassPath() {}

  /**
   * @param kind such as {@code component} or {@code dataFormat}
   * @return names
   */
  static Set<String> camels(String kind) {
    Set<String> names = new TreeSet<>();
    String file =
        "META-INF/services/org/apache/camel/" + kind.toLowerCase(Locale.ROOT) + ".properties";
    try {
      for (URL each : Collections.list(ClassPath.class.getClassLoader().getResources(file))) {
        Properties said = new Properties();
        try (InputStream in = each.openStream()) {
          said.load(in);
        }
        names.addAll(List.of(said.getProperty(kind + "s").split("\\s+")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }
}
