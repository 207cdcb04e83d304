package io.ledgerway.mapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A mapping and the file it comes from. A changed file is taken up within half a second; one that
 * is broken is reported, and the last good version stays in use. Thread-safe.
 */
final class MappingFile {

  private static final Logger LOG = LoggerFactory.getLogger(MappingFile.class);
  private static final long LOOK_AGAIN_AFTER_MILLIS = 500;

  private final String name;
  private final Path path;
  private final Clock clock;
  private volatile Stamp stamp;
  private volatile Mapping good;
  private volatile MappingException broken;
  private volatile long lookedAt;

  /** Size beside time: an edit within the file system's time resolution is seen all the same. */
  private record Stamp(long modified, long size) {}

  /**
   * @throws MappingException when there is no such file, or it is broken
   */
  MappingFile(String name, Path path, Clock clock) {
    this.name = name;
    this.path = path;
    this.clock = clock;
    this.lookedAt = clock.millis();
    try {
      this.stamp = stamp();
      this.good = Mapping.compile(name, path.toString(), Files.readString(path));
    } catch (IOException e) {
      throw new MappingException(
          "MAPPING_MISSING",
          "no such mapping file can be read",
          "Create the file, or correct the name after mapping: in the route.",
          Place.unknown(path.toString()),
          e);
    }
  }

  Mapping current() {
    long now = clock.millis();
    if (now - lookedAt >= LOOK_AGAIN_AFTER_MILLIS || now < lookedAt) {
      lookedAt = now;
      reloadIfChanged();
    }
    return good;
  }

  /** Why the file on disk is not in use, if so. */
  Optional<MappingException> broken() {
    return Optional.ofNullable(broken);
  }

  private synchronized void reloadIfChanged() {
    try {
      Stamp found = stamp();
      if (found.equals(stamp)) {
        return;
      }
      stamp = found;
      good = Mapping.compile(name, path.toString(), Files.readString(path));
      broken = null;
      LOG.info("event=mapping_edited mapping={} file={}", name, path);
    } catch (MappingException e) {
      broken = e;
      LOG.error("event=mapping_broken mapping={} problem={}", name, e.getMessage());
    } catch (IOException e) {
      // Editors replace a file by deleting it first; the next look finds it.
      LOG.warn("event=mapping_not_read mapping={} file={}", name, path, e);
    }
  }

  private Stamp stamp() throws IOException {
    return new Stamp(Files.getLastModifiedTime(path).toMillis(), Files.size(path));
  }
}
