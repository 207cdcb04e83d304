package io.ledgerway.benchmark;

import static io.ledgerway.benchmark.BenchmarkPage.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerway.local.EngineProcess;
import io.ledgerway.local.Surroundings;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;

/**
 * From the start of the process until it is ready, beside PostgreSQL, Kafka and the sandbox, in
 * turn; what it is started from needs {@code mvn package}. {@code -Dclasses.write=1} writes down
 * anew which classes a start loads.
 */
class StartBenchmark {

  private static final Path JAR = Path.of("target", "ledgerway.jar");
  private static final Path CLASSES = Path.of("image", "classes.lst");
  private static final String ENGINE = "io.ledgerway.LedgerwayApplication";
  private static final Pattern BARE =
      Pattern.compile(
          ".*/(spring-(?!boot-actuator|security|jdbc|tx)|tomcat-|jackson-|camel-(?!kafka|micrometer"
              + "|http)|slf4j|logback|micrometer-(commons|observation)|jakarta|snakeyaml|log4j|jul)"
              + "[^/]*");

  @TempDir private static Path directory;
  private static Path unpacked;

  /** One way to start. */
  private record Way(String name, String main, String classPath, List<String> jvm) {}

  @BeforeAll
  static void unpack() throws IOException, InterruptedException {
    assertThat(JAR).as("mvn package makes it").exists();
    unpacked = directory.resolve("unpacked");
    java("-Djarmode=tools", "-jar", JAR.toString(), "extract", "--destination", "" + unpacked);
  }

  @Test
  @Tag("bench")
  void from_start_to_ready() throws IOException, InterruptedException {
    String engine = unpacked.resolve("ledgerway.jar").toString();
    String archive = directory.resolve("ledgerway.jsa").toString();
    List<List<String>> rows = new ArrayList<>();
    try (Surroundings around = Surroundings.start()) {
      if (System.getProperty("classes.write") != null) {
        writeClasses(around, engine);
      }
      java(
          "-Xshare:dump",
          "-XX:SharedClassListFile=" + CLASSES,
          "-XX:SharedArchiveFile=" + archive,
          "-cp",
          engine);
      List<String> image = imageOptions(archive);
      List<Way> ways =
          List.of(
              new Way(
                  "a bare web application",
                  SpringApplication.class.getName(),
                  bare(),
                  // That of the tests, which it would find, wants our classes.
                  List.of(
                      "-Dorg.springframework.boot.logging.LoggingSystem=none",
                      "-Dspring.main.sources=" + BareApplication.class.getName())),
              new Way("from its classes, as tests do", ENGINE, null, List.of()),
              new Way("from the unpacked jar", ENGINE, engine, List.of()),
              new Way("as the image does", ENGINE, engine, image));
      double bareCpu = 0;
      for (Way way : ways) {
        List<Run> runs = new ArrayList<>();
        for (int round = 0; round < Integer.getInteger("start.rounds", 3); round++) {
          runs.add(run(around, way));
        }
        double cpu = least(runs.stream().map(Run::cpu));
        bareCpu = bareCpu == 0 ? cpu : bareCpu;
        rows.add(
            List.of(
                way.name(),
                number(least(runs.stream().map(Run::ready)), 1),
                number(cpu, 1),
                number(cpu / bareCpu, 2)));
      }
    }
    BenchmarkPage.write(
        "start", List.of("", "ready after s", "CPU s until then", "times the bare one's"), rows);
  }

  private record Run(Duration ready, Duration cpu) {}

  private static Run run(Surroundings around, Way way) {
    EngineProcess.Builder start = around.engine("start");
    start.jvm(way.jvm().toArray(String[]::new));
    if (way.classPath() != null) {
      start.main(way.main(), way.classPath());
    }
    try (EngineProcess engine = start.start()) {
      return new Run(engine.startup(), engine.cpu());
    }
  }

  private static double least(Stream<Duration> all) {
    return all.mapToLong(Duration::toMillis).min().orElseThrow() / 1000.0;
  }

  /** Those that Dockerfile gives, but for where the archive is. */
  private static List<String> imageOptions(String archive) throws IOException {
    String given =
        Files.readString(Path.of("Dockerfile"))
            .replaceFirst("(?s).*FROM \\S+ AS engine.*JAVA_TOOL_OPTIONS=\"([^\"]*)\".*", "$1");
    return Stream.of(given.split(" "))
        .map(
            each ->
                each.startsWith("-XX:SharedArchiveFile=")
                    ? "-XX:SharedArchiveFile=" + archive
                    : each)
        .toList();
  }

  private static void writeClasses(Surroundings around, String engine) {
    around
        .engine("classes")
        .main(ENGINE, engine)
        .jvm("-XX:DumpLoadedClassList=" + CLASSES.toAbsolutePath())
        .start()
        .end();
  }

  private static String bare() throws IOException {
    return Stream.concat(
            Stream.of(Path.of("target", "test-classes").toAbsolutePath().toString()),
            Stream.of(
                    Files.readString(Path.of("target", "runtime-classpath.txt"))
                        .strip()
                        .split(File.pathSeparator))
                .filter(BARE.asMatchPredicate()))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static void java(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("java.log").toFile())
            .start();
    assertThat(process.waitFor()).as(Files.readString(directory.resolve("java.log"))).isZero();
  }
}
