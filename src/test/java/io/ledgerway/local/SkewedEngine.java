package io.ledgerway.local;

import io.ledgerway.LedgerwayApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** An engine on a machine whose clock is wrong by the milliseconds that stand in a file. */
public final class SkewedEngine extends Clock {

  static final String FILE = "WRONG_BY";

  private final Path file;

  private SkewedEngine(Path file) {
    this.file = file;
  }

  /** Started by {@link EngineProcess.Builder#clock}. */
  public static void main(String... arguments) {
    new SpringApplicationBuilder(LedgerwayApplication.class)
        .initializers(WallClock.is(new SkewedEngine(Path.of(System.getenv(FILE)))))
        .run(arguments);
  }

  @Override
  public Instant instant() {
    try {
      String millis = Files.readString(file).strip();
      return Clock.systemUTC().instant().plus(Duration.ofMillis(Long.parseLong(millis)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
