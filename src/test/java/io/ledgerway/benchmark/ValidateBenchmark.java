package io.ledgerway.benchmark;

import static io.ledgerway.benchmark.BenchmarkPage.number;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/**
 * {@code bin/ledgerway validate} of this repository, the ways in turn; needs {@code mvn package}.
 */
class ValidateBenchmark {

  private static final Path JAR = Path.of("target", "ledgerway.jar");

  @TempDir private Path directory;

  private record Run(double seconds, double cpu) {}

  @Test
  @Tag("bench")
  void until_it_says_that_nothing_is_wrong() throws IOException, InterruptedException {
    assertThat(JAR).as("mvn package makes it").exists();
    Path alone = Files.copy(JAR, directory.resolve("ledgerway.jar"));
    Path unpacked = Files.createDirectory(directory.resolve("unpacked"));
    Path jar = Files.copy(JAR, unpacked.resolve("ledgerway.jar"));
    Path archived = Files.createDirectory(directory.resolve("archived"));
    Files.copy(JAR, archived.resolve("ledgerway.jar"));
    Map<String, List<Run>> ways = new LinkedHashMap<>();
    for (int round = 0; round < Integer.getInteger("validate.rounds", 5); round++) {
      note(ways, "the jar as it is (in a build)", validate(alone, "true"));
      FileSystemUtils.deleteRecursively(archived.resolve("ledgerway-unpacked"));
      note(ways, "the first time", validate(archived.resolve("ledgerway.jar"), ""));
      if (round == 0) {
        validate(jar, "");
        Files.delete(unpacked.resolve("ledgerway-unpacked/classes.jsa"));
      }
      note(ways, "unpacked, without an archive", validate(jar, ""));
      note(ways, "each time from then on", validate(archived.resolve("ledgerway.jar"), ""));
    }
    double asItIs = least(ways.values().iterator().next()).seconds();
    List<List<String>> rows = new ArrayList<>();
    ways.forEach(
        (way, runs) ->
            rows.add(
                List.of(
                    way,
                    number(least(runs).seconds(), 1),
                    number(least(runs).cpu(), 1),
                    number(least(runs).seconds() / asItIs, 2))));
    BenchmarkPage.write(
        "validate", List.of("", "seconds", "CPU s", "times the jar as it is"), rows);
  }

  private static void note(Map<String, List<Run>> ways, String way, Run run) {
    ways.computeIfAbsent(way, none -> new ArrayList<>()).add(run);
  }

  private static Run least(List<Run> runs) {
    return new Run(
        runs.stream().mapToDouble(Run::seconds).min().orElseThrow(),
        runs.stream().mapToDouble(Run::cpu).min().orElseThrow());
  }

  private Run validate(Path jar, String ci) throws IOException, InterruptedException {
    Path said = directory.resolve("said");
    ProcessBuilder command =
        new ProcessBuilder("bash", "-c", "TIMEFORMAT='%R %U'; time bin/ledgerway validate")
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    command.environment().putAll(Map.of("LEDGERWAY_JAR", jar.toString(), "CI", ci));
    assertThat(command.start().waitFor()).as(Files.readString(said)).isZero();
    List<String> lines = Files.readAllLines(said);
    String[] times = lines.get(lines.size() - 1).split(" ");
    assertThat(lines).contains("Nothing is wrong.");
    return new Run(Double.parseDouble(times[0]), Double.parseDouble(times[1]));
  }
}
