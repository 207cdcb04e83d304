package io.ledgerway.local;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** What the build made: the build runs this once the jars are there, {@code mvn test} does not. */
class BuiltJars {

  private static final String ENGINE = "target/ledgerway.jar";
  private static final String SANDBOX = "target/ledgerway-sandbox.jar";

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

  private static Set<String> entries(String jar) throws IOException {
    try (JarFile file = new JarFile(jar)) {
      return file.stream().map(ZipEntry::getName).collect(toSet());
    }
  }

  private static boolean isFile(String name) {
    return !name.endsWith("/");
  }
}
