package io.ledgerway.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** One of our main classes in a JVM of its own. It never outlives this JVM. Thread-safe. */
final class JavaProcess implements AutoCloseable {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

  /** How soon one is ready is no matter of tests; a benchmark says it. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final String name;
  private final Path log;
  private final Process process;
  private final Thread killer;

  private JavaProcess(String name, Path log, Process process) {
    this.name = name;
    this.log = log;
    this.process = process;
    this.killer = new Thread(process::destroyForcibly, "kill-" + name);
    Runtime.getRuntime().addShutdownHook(killer);
  }

  static JavaProcess start(
      String name,
      String mainClass,
      List<String> jvmOptions,
      Map<String, String> environment,
      List<String> arguments) {
    return start(name, mainClass, classPath(mainClass), jvmOptions, environment, arguments);
  }

  /**
   * @param classPath instead of production's
   */
  static JavaProcess start(
      String name,
      String mainClass,
      String classPath,
      List<String> jvmOptions,
      Map<String, String> environment,
      List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmOptions);
    command.add(mainClass);
    command.addAll(arguments);
    Path log = LogFile.named(name);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    // SERVER_PORT is the engine's; Spring Boot would let the sandbox take it too.
    builder.environment().remove("SERVER_PORT");
    builder.environment().putAll(environment);
    // By environment, not -cp: the command line stays readable in ps, and long paths are no
    // problem.
    builder.environment().put("CLASSPATH", classPath);
    try {
      return new JavaProcess(name, log, builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException("Could not start " + name, e);
    }
  }

  private static String classPath(String mainClass) {
    boolean ofTests = mainClass.startsWith(JavaProcess.class.getPackageName());
    return classPath() + (ofTests ? File.pathSeparator + testClasses() : "");
  }

  /** For a main class of the tests, behind all else. */
  private static Path testClasses() {
    return Path.of("target", "test-classes").toAbsolutePath();
  }

  /**
   * The class path of production, which the build writes down; where it did not (in an editor),
   * this JVM's own without the test classes, so that no test bean gets into the engine.
   */
  private static String classPath() {
    Path written = Path.of("target", "runtime-classpath.txt");
    try {
      String libraries =
          Files.exists(written)
              ? Files.readString(written).strip()
              : System.getProperty("java.class.path");
      return Stream.concat(
              Stream.of(Path.of("target", "classes").toAbsolutePath().toString()),
              Stream.of(libraries.split(File.pathSeparator)))
          .filter(entry -> !entry.replace('\\', '/').matches(".*/test-classes/?"))
          .distinct()
          .collect(Collectors.joining(File.pathSeparator));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Waits until the URL answers 200.
   *
   * @throws IllegalStateException with the end of the log when the process ends first or is too
   *     slow
   */
  JavaProcess awaitOk(URI uri) {
    try {
      Awaitility.await()
          .pollInSameThread()
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(50))
          .atMost(PATIENCE)
          .until(() -> !process.isAlive() || isOk(uri));
    } catch (ConditionTimeoutException e) {
      close();
      throw new IllegalStateException(notReady("was not ready after " + PATIENCE), e);
    }
    if (!process.isAlive()) {
      throw new IllegalStateException(notReady("ended with code " + process.exitValue()));
    }
    return this;
  }

  private String notReady(String what) {
    return name + " " + what + "; the end of " + log + ":\n" + LogFile.tail(log, 40);
  }

  private static boolean isOk(URI uri) throws InterruptedException {
    try {
      HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(2)).build();
      return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  Path log() {
    return log;
  }

  /** Resident memory in bytes; empty where there is no {@code /proc}. */
  OptionalLong residentBytes() {
    try (Stream<String> lines = Files.lines(Path.of("/proc", "" + process.pid(), "status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  void signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, "" + process.pid()).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** SIGKILL: no shutdown hook of the process runs. Returns when it is gone. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
    forgetKiller();
  }

  /** SIGTERM; returns when it has ended by itself, within two minutes. */
  Duration end() {
    long begin = System.nanoTime();
    process.destroy();
    try {
      process.onExit().get(2, TimeUnit.MINUTES);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      process.destroyForcibly();
      throw new IllegalStateException(name + " did not end by itself", e);
    }
    forgetKiller();
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  /** SIGTERM, and SIGKILL after ten seconds. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        process.onExit().join();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    forgetKiller();
  }

  private void forgetKiller() {
    try {
      Runtime.getRuntime().removeShutdownHook(killer);
    } catch (IllegalStateException e) {
      // This JVM is ending: the hook runs, and there is nothing left to kill.
    }
  }
}
