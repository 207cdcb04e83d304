package io.ledgerway.local;

import java.net.URI;
import java.util.List;
import java.util.Map;

/** The double of Expensify as a process of its own. Thread-safe. */
public final class ExpensifyProcess implements AutoCloseable {

  private final JavaProcess process;
  private final URI uri;

  private ExpensifyProcess(JavaProcess process, URI uri) {
    this.process = process;
    this.uri = uri;
  }

  /** Starts on the given port and returns when it answers. */
  public static ExpensifyProcess start(int port) {
    URI uri = URI.create("http://localhost:" + port);
    JavaProcess process =
        JavaProcess.start(
                "expensify-" + port,
                "io.ledgerway.sandbox.expensify.ExpensifyApplication",
                List.of("-Xmx256m", "-XX:+UseSerialGC"),
                Map.of("EXPENSIFY_PORT", String.valueOf(port)),
                List.of())
            .awaitOk(uri.resolve("/sandbox/limits"));
    return new ExpensifyProcess(process, uri);
  }

  public URI uri() {
    return uri;
  }

  @Override
  public void close() {
    process.kill();
  }
}
