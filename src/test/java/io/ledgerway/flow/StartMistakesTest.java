package io.ledgerway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
  void settings_that_would_give_the_engine_away_are_refused_all_together(CapturedOutput output) {
    assertRefused(
        output,
        List.of(
            "--ledgerway.api-key=secret-of-31-characters-exactly",
            "--ledgerway.metrics-key=secret-of-31-characters-exactly",
            "--ledgerway.admin-password=ledgerway",
            "--ledgerway.encryption-key=c2hvcnQ=",
            "--xero.login-url=http://xero.example:80",
            "--xero.api-url=http://me:pass@10.0.0.1/"),
        "LEDGERWAY_API_KEY has 31 characters and needs at least 32",
        "LEDGERWAY_METRICS_KEY has 31 characters",
        "LEDGERWAY_METRICS_KEY is the same as LEDGERWAY_API_KEY",
        "LEDGERWAY_ADMIN_PASSWORD has 9 characters and needs at least 12",
        "ENCRYPTION_KEY_UNUSABLE",
        "XERO_LOGIN_URL is http://xero.example:80: tokens would travel unencrypted",
        "XERO_API_URL is http://10.0.0.1/",
        "LEDGERWAY_ALLOW_PLAIN_HTTP=true");
    assertThat(output.getAll()).doesNotContain("secret-of-31", "XERO_IDENTITY_URL is", "pass@");
  }

  @Test
  void a_source_that_would_be_asked_unencrypted_is_refused_with_its_file(CapturedOutput output) {
    assertRefused(
        output,
        List.of("--EXPENSIFY_URL=http://expensify.example:8091"),
        "polling.camel.yaml:",
        "route expensify-order",
        "would send credentials unencrypted to http://expensify.example:8091");
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

  @Test
  void with_one_setting_each_line_of_the_log_is_json_with_its_values_as_fields() throws Exception {
    LocalPostgres postgres = LocalPostgres.start();
    EngineSettings settings = settings(postgres);
    postgres.close();
    try (EngineProcess engine =
        EngineProcess.named("engine-ecs")
            .jvm("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
            .environment(settings.environment())
            .environment("LOGGING_STRUCTURED_FORMAT_CONSOLE", "ecs")
            .begin()) {
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> Files.readString(engine.log()).contains("waiting_for_database"));
      engine.end();

      List<JsonNode> lines = new ArrayList<>();
      for (String line : Files.readAllLines(engine.log())) {
        lines.add(JsonMapper.builder().build().readTree(line));
      }
      assertThat(lines).allMatch(line -> line.hasNonNull("@timestamp") && line.hasNonNull("ecs"));
      assertThat(lines)
          .anySatisfy(
              line -> {
                assertThat(line.toString()).contains("waiting_for_database");
                assertThat(field(line, "event", "action")).isEqualTo("waiting_for_database");
                assertThat(field(line, "ledgerway", "database")).startsWith("jdbc:postgresql:");
              });
    }
  }

  /** In one of the two ways in which a name with a dot may be written. */
  private static String field(JsonNode line, String first, String second) {
    return line.path(first + "." + second).asText(line.at("/" + first + "/" + second).asText());
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
    // A setting that is given twice would be a list.
    arguments.removeIf(each -> more.stream().anyMatch(other -> name(other).equals(name(each))));
    arguments.add("--server.port=0");
    arguments.addAll(more);
    try (ConfigurableApplicationContext context =
        new SpringApplicationBuilder(LedgerwayApplication.class)
            .run(arguments.toArray(String[]::new))) {
      context.close();
    }
  }

  private static String name(String argument) {
    return argument.replaceFirst("=.*", "");
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
