package io.ledgerway.cause;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;

/** Which test class provokes each cause. */
final class Provoked {

  static final Map<Cause, String> BY = read();

  private Provoked() {}

  private static Map<Cause, String> read() {
    Properties file = new Properties();
    try (InputStream in = Provoked.class.getResourceAsStream("/provoked.properties")) {
      file.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<Cause, String> by = new EnumMap<>(Cause.class);
    file.forEach((code, test) -> by.put(Cause.valueOf(code.toString()), test.toString()));
    return by;
  }
}
