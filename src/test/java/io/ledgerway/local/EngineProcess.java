package io.ledgerway.local;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The engine as a process of its own, as in production, so that it can be killed. Thread-safe once
 * started.
 */
public final class EngineProcess implements AutoCloseable {

  private final JavaProcess process;
  private final URI uri;
  private final Duration startup;

  private EngineProcess(JavaProcess process, URI uri, Duration startup) {
    this.process = process;
    this.uri = uri;
    this.startup = startup;
  }

  public static Builder named(String name) {
    return new Builder(name);
  }

  public URI uri() {
    return uri;
  }

  /** From start to the first UP of the readiness probe. */
  public Duration startup() {
    return startup;
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  public Path log() {
    return process.log();
  }

  /** Resident memory in bytes; empty where there is no {@code /proc}. */
  public OptionalLong residentBytes() {
    return process.residentBytes();
  }

  /** Time that it has spent on the processors until now, its own and the system's for it. */
  public Duration cpu() {
    return process.cpu();
  }

  /** SIGKILL at this very moment; returns when the process is gone. */
  public void kill() {
    process.kill();
  }

  /** SIGSTOP: it stands still with all that it has in hand, until {@link #resume()}. */
  public void pause() {
    process.signal("STOP");
  }

  public void resume() {
    process.signal("CONT");
  }

  /** SIGTERM; returns how long it took to end by itself. */
  public Duration end() {
    return process.end();
  }

  @Override
  public void close() {
    process.close();
  }

  /** How an engine is started; may be used again after the engine was killed. */
  public static final class Builder {

    private final String name;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final List<String> jvmOptions = new ArrayList<>();
    private final List<String> arguments = new ArrayList<>();
    private int port;
    private String main = "io.ledgerway.LedgerwayApplication";
    private String classPath;

    private Builder(String name) {
      this.name = name;
    }

    /** A fixed port; without it every start takes a free one. */
    public Builder port(int port) {
      this.port = port;
      return this;
    }

    public Builder environment(Map<String, String> variables) {
      environment.putAll(variables);
      return this;
    }

    public Builder environment(String variable, String value) {
      environment.put(variable, value);
      return this;
    }

    public Builder jvm(String... options) {
      jvmOptions.addAll(List.of(options));
      return this;
    }

    public Builder argument(String argument) {
      arguments.add(argument);
      return this;
    }

    /** The machine's clock is that one. */
    public Builder clock(WrongClock clock) {
      main = SkewedEngine.class.getName();
      return environment(SkewedEngine.FILE, clock.file().toAbsolutePath().toString());
    }

    /** Another program than the engine, from another class path than the build's. */
    public Builder main(String main, String classPath) {
      this.main = main;
      this.classPath = classPath;
      return this;
    }

    /** Starts and returns at once: for an engine that does not become ready. */
    public EngineProcess begin() {
      Map<String, String> variables = new LinkedHashMap<>(environment);
      int actualPort = port == 0 ? Ports.free() : port;
      variables.put("SERVER_PORT", String.valueOf(actualPort));
      return new EngineProcess(
          process(variables), URI.create("http://localhost:" + actualPort), Duration.ZERO);
    }

    /**
     * Starts and returns when the engine is ready.
     *
     * @throws IllegalStateException with the end of the log when it does not become ready
     */
    public EngineProcess start() {
      int actualPort = port == 0 ? Ports.free() : port;
      Map<String, String> variables = new LinkedHashMap<>(environment);
      variables.put("SERVER_PORT", String.valueOf(actualPort));
      URI uri = URI.create("http://localhost:" + actualPort);
      long begin = System.nanoTime();
      JavaProcess process = process(variables).awaitOk(uri.resolve("/actuator/health/readiness"));
      return new EngineProcess(process, uri, Duration.ofNanos(System.nanoTime() - begin));
    }

    private JavaProcess process(Map<String, String> variables) {
      return classPath == null
          ? JavaProcess.start(name, main, jvmOptions, variables, arguments)
          : JavaProcess.start(name, main, classPath, jvmOptions, variables, arguments);
    }
  }
}
