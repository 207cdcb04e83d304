package io.ledgerway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Configuration;
import org.yaml.snakeyaml.Yaml;

/** What docker-compose.yml gives away, and to whom. */
class ComposeFileTest {

  private static final Path FILE = Path.of("docker-compose.yml");
  private static final Map<String, ?> COMPOSE = read();
  private static final Map<String, Map<String, ?>> SERVICES = map(COMPOSE.get("services"));

  /** Of whom it is known why. */
  private static final Set<String> WRITES_TO_ITS_IMAGE = Set.of("kafka");

  @Test
  void no_container_has_a_right_that_it_does_not_need() {
    SERVICES.forEach(
        (name, service) -> {
          assertThat(service.get("cap_drop")).as(name).isEqualTo(List.of("ALL"));
          assertThat(service.get("security_opt"))
              .as(name)
              .isEqualTo(List.of("no-new-privileges:true"));
          assertThat(service.get("read_only"))
              .as(name)
              .isEqualTo(!WRITES_TO_ITS_IMAGE.contains(name));
        });
    assertThat(SERVICES.keySet().stream().filter(name -> SERVICES.get(name).containsKey("cap_add")))
        .containsExactly("postgres");
  }

  @Test
  void every_port_is_published_for_this_machine_alone() {
    SERVICES.forEach(
        (name, service) -> {
          for (Object port : list(service.get("ports"))) {
            assertThat(port.toString()).as(name).startsWith("127.0.0.1:");
          }
        });
    assertThat(list(SERVICES.get("engine").get("ports"))).hasSize(1);
  }

  @Test
  void secrets_are_files_that_each_container_has_its_own_of() {
    Map<String, Map<String, ?>> secrets = map(COMPOSE.get("secrets"));
    secrets.forEach(
        (name, secret) ->
            assertThat(secret).as(name).isEqualTo(Map.of("file", "./secrets/" + name)));
    assertThat(list(SERVICES.get("prometheus").get("secrets")))
        .isEqualTo(List.of("ledgerway.metrics-key"));
    assertThat(list(SERVICES.get("grafana").get("secrets"))).isEqualTo(List.of("grafana-password"));
    SERVICES.forEach(
        (name, service) ->
            map(service.get("environment"))
                .forEach(
                    (variable, value) -> {
                      if (variable.matches(".*(PASSWORD|SECRET|_KEY).*")) {
                        assertThat(String.valueOf(value)).as(name).startsWith("/run/secrets/");
                      }
                    }));
  }

  @Test
  void the_engine_reads_its_secrets_from_files_named_as_its_settings(@TempDir Path folder)
      throws IOException {
    List<?> names = list(SERVICES.get("engine").get("secrets"));
    for (Object name : names) {
      Files.writeString(folder.resolve(name.toString()), "of " + name + "\n");
    }
    try (var engine =
        new SpringApplicationBuilder(Nothing.class)
            .web(WebApplicationType.NONE)
            .run("--LEDGERWAY_SECRETS_DIR=" + folder)) {
      for (Object name : names) {
        assertThat(engine.getEnvironment().getProperty(name.toString())).isEqualTo("of " + name);
      }
    }
  }

  @Test
  void each_variable_is_in_the_example_of_an_env_file() throws IOException {
    Set<String> told =
        Files.readAllLines(Path.of(".env.example")).stream()
            .filter(line -> line.matches("#?[A-Z_]+=.*"))
            .map(line -> line.replaceAll("^#|=.*", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> used =
        Pattern.compile("(?<!\\$)\\$\\{([A-Z_]+)")
            .matcher(Files.readString(FILE))
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(told).isEqualTo(used);
    assertThat(map(SERVICES.get("engine").get("environment")))
        .containsKeys("LEDGERWAY_HUB_URL", "LEDGERWAY_ALLOW_PLAIN_HTTP");
  }

  @Test
  void no_secret_goes_into_an_image_or_the_repository() throws IOException {
    assertThat(Files.readAllLines(Path.of(".dockerignore"))).contains(".env", "secrets", ".git");
    assertThat(Files.readAllLines(Path.of(".gitignore"))).contains(".env", "secrets/");
  }

  @Test
  void docker_compose_understands_it() throws Exception {
    assumeTrue(runs("docker", "compose", "version"), "docker compose is not at hand");
    assertThat(
            runs(
                "docker",
                "compose",
                "--env-file",
                ".env.example",
                "--profile",
                "*",
                "config",
                "-q"))
        .isTrue();
  }

  private static boolean runs(String... command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static Map<String, ?> read() {
    try {
      return new Yaml().load(Files.readString(FILE));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static <V> Map<String, V> map(Object value) {
    return value == null ? Map.of() : (Map<String, V>) value;
  }

  private static List<?> list(Object value) {
    return value == null ? List.of() : (List<?>) value;
  }

  @Configuration
  static class Nothing {}
}
