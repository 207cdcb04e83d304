package io.ledgerway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerway.LedgerwayApplication;
import io.ledgerway.local.EngineProcess;
import io.ledgerway.local.EngineSettings;
import io.ledgerway.local.LocalPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** What is set up wrongly is told in plain words at start, or waited for with a line. */
@ExtendWith(OutputCaptureExtension.class)
class StartMistakesTest {

  @TempDir private Path folder;

  @Test
  void a_setting_that_no_statement_could_read_is_refused(CapturedOutput output) {
    assertRefused(
        output, List.of("--ledgerway.export.lanes=abc"), "ledgerway.export.lanes is 'abc'");
  }

  @Test
  void keeping_for_less_time_than_the_engine_needs_is_refused(CapturedOutput output) {
    assertRefused(
        output,
        List.of("--ledgerway.keep.contents=10d", "--ledgerway.keep.evidence=90d"),
        "ledgerway.keep.contents is 10 days, less than the 30 days that the engine needs.",
        "ledgerway.keep.evidence is 90 days");
  }

  @Test
  void a_misspelt_step_is_refused_with_its_file_and_line(CapturedOutput output) throws Exception {
    copy(Path.of("routes"), folder);
    Path check = folder.resolve("xero/check.camel.yaml");
    Files.writeString(check, Files.readString(check).replace("checking:verify", "checking:verifi"));

    assertRefused(
        output,
        List.of("--ledgerway.routes-dir=" + folder),
        "check.camel.yaml:",
        "Unknown step 'verifi'");
  }

  @Test
  void a_start_without_a_database_waits_for_it_with_a_line(CapturedOutput output)
      throws InterruptedException {
    LocalPostgres postgres = LocalPostgres.start();
    EngineSettings settings = settings(postgres);
    postgres.close();
    Thread start = new Thread(() -> run(settings, List.of()), "start");
    start.setUncaughtExceptionHandler((thread, expected) -> {});
    start.start();
    try {
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> output.getAll().contains("event=waiting_for_database"));
      assertThat(start.isAlive()).isTrue();
      assertThat(output.getAll()).doesNotContain("\tat ");
    } finally {
      start.interrupt();
    }
    start.join();
  }

  @Test
  void one_that_waits_for_its_database_ends_when_it_is_told_to() throws IOException {
    LocalPostgres postgres = LocalPostgres.start();
    EngineSettings settings = settings(postgres);
    postgres.close();
    try (EngineProcess engine =
        EngineProcess.named("engine-waiting")
            .jvm("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
            .environment(settings.environment())
            .begin()) {
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> Files.readString(engine.log()).contains("event=waiting_for_database"));

      assertThat(engine.end()).isLessThan(Duration.ofSeconds(20));
    }
  }

  private void assertRefused(CapturedOutput output, List<String> more, String... words) {
    EngineSettings settings = settings(Engine.shared().around.postgres());

    assertThatThrownBy(() -> run(settings, more));

    assertThat(output.getAll()).contains("APPLICATION FAILED TO START").contains(words);
  }

  private static EngineSettings settings(LocalPostgres postgres) {
    var around = Engine.shared().around;
    return EngineSettings.of(postgres, postgres.newDatabase(), around.kafka(), around.sandbox());
  }

  private static void run(EngineSettings settings, List<String> more) {
    List<String> arguments = new ArrayList<>(settings.arguments());
    arguments.add("--server.port=0");
    arguments.addAll(more);
    try (ConfigurableApplicationContext context =
        new SpringApplicationBuilder(LedgerwayApplication.class)
            .run(arguments.toArray(String[]::new))) {
      context.close();
    }
  }

  private static void copy(Path from, Path to) throws Exception {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }
}
