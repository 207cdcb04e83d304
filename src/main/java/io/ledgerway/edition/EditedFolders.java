package io.ledgerway.edition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The two folders that people edit. What a dot begins is none of ours (a version control's, an
 * editor's, what stands behind the links of a mounted ConfigMap), nor is what editors keep beside a
 * file ({@code file~}, {@code #file#}) or has more than 10 MB.
 */
public record EditedFolders(Path routes, Path mappings) {

  private static final long MOST_BYTES = 10_000_000;

  /** What each file looks like, by its path below one of the folders; it changes with each edit. */
  public Map<String, String> stamps() throws IOException {
    Map<String, String> stamps = new TreeMap<>();
    visit(
        (name, file, looks) ->
            stamps.put(name, looks.size() + " " + looks.lastModifiedTime().toMillis()));
    return stamps;
  }

  /**
   * Copies both folders as they stand.
   *
   * @return empty when somebody edits them meanwhile: what was copied may be of no one time
   */
  public Optional<Edition> copy(Instant now) throws IOException {
    Map<String, String> before = stamps();
    Path folder = Files.createTempDirectory("ledgerway-edition");
    Files.createDirectory(folder.resolve(Edition.ROUTES));
    Files.createDirectory(folder.resolve(Edition.MAPPINGS));
    MessageDigest digest = sha256();
    try {
      visit(
          (name, file, looks) -> {
            Path copy = folder.resolve(name);
            Files.createDirectories(copy.getParent());
            byte[] bytes = Files.readAllBytes(file);
            Files.write(copy, bytes);
            digest.update((name + "\0" + bytes.length + "\0").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
          });
    } catch (IOException goneMeanwhile) {
      new Edition(null, folder, this, before, now).forget();
      throw goneMeanwhile;
    }
    String version = HexFormat.of().formatHex(digest.digest(), 0, 6);
    Edition edition = new Edition(version, folder, this, before, now);
    if (!stamps().equals(before)) {
      edition.forget();
      return Optional.empty();
    }
    return Optional.of(edition);
  }

  @FunctionalInterface
  private interface Visit {
    void of(String name, Path file, BasicFileAttributes looks) throws IOException;
  }

  private void visit(Visit visit) throws IOException {
    visit(routes, Edition.ROUTES, visit);
    visit(mappings, Edition.MAPPINGS, visit);
  }

  private static void visit(Path folder, String prefix, Visit visit) throws IOException {
    Map<String, Path> files = new TreeMap<>();
    Map<String, BasicFileAttributes> looks = new TreeMap<>();
    Files.walkFileTree(
        folder,
        EnumSet.of(FileVisitOption.FOLLOW_LINKS),
        20,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            return !dir.equals(folder) && isHidden(dir)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && !isHidden(file) && attributes.size() <= MOST_BYTES) {
              String name = prefix + "/" + folder.relativize(file).toString().replace('\\', '/');
              files.put(name, file);
              looks.put(name, attributes);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    for (Map.Entry<String, Path> file : files.entrySet()) {
      visit.of(file.getKey(), file.getValue(), looks.get(file.getKey()));
    }
  }

  private static boolean isHidden(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith(".") || name.startsWith("#") || name.endsWith("~");
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** For a start, before anything reads them. */
  Edition first(Instant now) {
    try {
      for (int i = 0; i < 20; i++) {
        Optional<Edition> copied = copy(now);
        if (copied.isPresent()) {
          return copied.get();
        }
      }
      throw new IllegalStateException(
          "The folders " + routes + " and " + mappings + " are being edited all the time.");
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The folders " + routes + " and " + mappings + " cannot be read or copied.", e);
    }
  }
}
