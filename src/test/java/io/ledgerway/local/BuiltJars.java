package io.ledgerway.local;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the build made: the build runs this once the jars are there, {@code mvn test} does not. */
class BuiltJars {

  private static final String ENGINE = "target/ledgerway.jar";
  private static final String SANDBOX = "target/ledgerway-sandbox.jar";

  private static final String RIGHT = "0 Nothing is wrong.\n";

  @TempDir private Path folder;

  @Test
  void theEnginesJarHoldsNoSandbox() throws IOException {
    Set<String> entries = entries(ENGINE);

    assertThat(entries).contains("BOOT-INF/classes/io/ledgerway/LedgerwayApplication.class");
    assertThat(entries)
        .noneMatch(name -> name.toLowerCase().contains("sandbox"))
        .noneMatch(name -> name.contains("expensify.yaml") || name.contains("freemarker"));
  }

  @Test
  void theSandboxsJarHoldsNothingOfTheEngine() throws IOException {
    Set<String> entries = entries(SANDBOX);

    assertThat(entries)
        .filteredOn(name -> name.startsWith("BOOT-INF/classes/") && isFile(name))
        .isNotEmpty()
        .allMatch(
            name -> name.matches("BOOT-INF/classes/(io/ledgerway/)?(sandbox|expensify)[/.].*"));
    assertThat(entries).noneMatch(name -> name.matches(".*/(camel|kafka|postgresql)-.*\\.jar"));
  }

  @Test
  void theSandboxsJarRunsAndSaysWhere() {
    int port = Ports.free();
    JavaProcess sandbox =
        JavaProcess.start(
            "sandbox-jar",
            SANDBOX,
            List.of("-Xmx256m", "-jar"),
            Map.of("SANDBOX_PORT", String.valueOf(port)),
            List.of());
    try (sandbox) {
      sandbox.awaitOk(URI.create("http://localhost:" + port + "/sandbox/clock"));
      assertThat(LogFile.tail(sandbox.log(), 20)).contains("http://localhost:" + port);
    }
  }

  @Test
  void theCommandMakesItsOwnQuickStartAndNeverTakesThatOfAnotherJar()
      throws IOException, InterruptedException {
    Path jar = Files.copy(Path.of(ENGINE), folder.resolve("engine.jar"));
    Path unpacked = folder.resolve("engine-unpacked");
    assertThat(validated(jar, "true")).isEqualTo(RIGHT);
    assertThat(unpacked).doesNotExist();

    assertThat(validated(jar, "")).isEqualTo(RIGHT);
    FileTime made = Files.getLastModifiedTime(unpacked.resolve("classes.jsa"));
    assertThat(validated(jar, "")).isEqualTo(RIGHT);
    assertThat(Files.getLastModifiedTime(unpacked.resolve("classes.jsa"))).isEqualTo(made);

    // Older than what was made of the one before, as when it comes from elsewhere.
    Path other = Files.copy(Path.of(ENGINE), folder.resolve("other"));
    Files.setLastModifiedTime(other, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
    Files.move(other, jar, StandardCopyOption.REPLACE_EXISTING);
    assertThat(validated(jar, "")).isEqualTo(RIGHT);
    assertThat(Files.getLastModifiedTime(unpacked.resolve("classes.jsa"))).isGreaterThan(made);

    Files.writeString(unpacked.resolve("classes.jsa"), "no archive");
    assertThat(validated(jar, "")).isEqualTo(RIGHT);
    Files.delete(unpacked.resolve("classes.jsa"));
    assertThat(validated(jar, "")).isEqualTo(RIGHT);
    assertThat(list(folder)).containsExactly("engine-unpacked", "engine.jar", "said");
  }

  private static String validated(Path jar, String ci) throws IOException, InterruptedException {
    Path said = jar.resolveSibling("said");
    ProcessBuilder command =
        new ProcessBuilder("bin/ledgerway", "validate")
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    command.environment().putAll(Map.of("LEDGERWAY_JAR", jar.toString(), "CI", ci));
    return command.start().waitFor() + " " + Files.readString(said);
  }

  private static List<String> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static Set<String> entries(String jar) throws IOException {
    try (JarFile file = new JarFile(jar)) {
      return file.stream().map(ZipEntry::getName).collect(toSet());
    }
  }

  private static boolean isFile(String name) {
    return !name.endsWith("/");
  }
}
