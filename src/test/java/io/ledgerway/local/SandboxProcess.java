package io.ledgerway.local;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * The sandbox Xero as a process of its own, so that the engine can be killed beside it. It keeps
 * its state until it is closed. Thread-safe.
 */
public final class SandboxProcess implements AutoCloseable {

  private final JavaProcess process;
  private final URI uri;
  private final SandboxSwitches switches;

  private SandboxProcess(JavaProcess process, URI uri) {
    this.process = process;
    this.uri = uri;
    this.switches = new SandboxSwitches(uri);
  }

  /** Starts on a free port. */
  public static SandboxProcess start() {
    return start(Ports.free());
  }

  /** Starts on the given port and returns when it answers. */
  public static SandboxProcess start(int port) {
    URI uri = URI.create("http://localhost:" + port);
    JavaProcess process =
        JavaProcess.start(
                "sandbox-" + port,
                "io.ledgerway.sandbox.SandboxApplication",
                List.of("-Xmx512m", "-XX:+UseSerialGC"),
                Map.of("SANDBOX_PORT", String.valueOf(port)),
                List.of())
            .awaitOk(uri.resolve("/sandbox/clock"));
    return new SandboxProcess(process, uri);
  }

  public URI uri() {
    return uri;
  }

  /** The switches under {@code /sandbox}. */
  public SandboxSwitches switches() {
    return switches;
  }

  @Override
  public void close() {
    process.kill();
  }
}
