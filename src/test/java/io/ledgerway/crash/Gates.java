package io.ledgerway.crash;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A copy of the routes that asks a server of this test at each {@link CrashPoint}. An open gate
 * answers at once; the closed one never answers an engine that has work in hand there. Thread-safe.
 */
final class Gates implements AutoCloseable {

  private final JdbcClient ledger;
  private final String company;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile CrashPoint closed;
  private volatile CountDownLatch reached = new CountDownLatch(1);

  Gates(JdbcClient ledger, String company) throws IOException {
    this.ledger = ledger;
    this.company = company;
    server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  void close(CrashPoint point) {
    reached = new CountDownLatch(1);
    closed = point;
  }

  void open() {
    closed = null;
  }

  boolean reached(Duration atMost) throws InterruptedException {
    return reached.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void answer(HttpExchange exchange) throws IOException {
    CrashPoint point = CrashPoint.valueOf(exchange.getRequestURI().getPath().substring(1));
    if (point == closed
        && ledger.sql(point.underWay).param(company).query(Boolean.class).single()) {
      reached.countDown();
      return;
    }
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
  }

  Path copyOfRoutes(Path directory) throws IOException {
    Path copy = directory.resolve("routes");
    try (Stream<Path> all = Files.walk(Path.of("routes"))) {
      for (Path source : all.toList()) {
        Path target = copy.resolve(Path.of("routes").relativize(source).toString());
        if (Files.isDirectory(source)) {
          Files.createDirectories(target);
        } else {
          Files.copy(source, target);
        }
      }
    }
    for (CrashPoint point : CrashPoint.values()) {
      putGate(copy.resolve(point.file), point);
    }
    return copy;
  }

  /** After the first step that says so, and all that belongs to it. */
  private void putGate(Path route, CrashPoint point) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(route));
    int at = 0;
    while (!lines.get(at).contains(point.step)) {
      at++;
    }
    int begin = at;
    while (!lines.get(begin).strip().startsWith("- ")) {
      begin--;
    }
    String indent = lines.get(begin).substring(0, lines.get(begin).indexOf('-'));
    int end = at + 1;
    while (end < lines.size() && lines.get(end).startsWith(indent + " ")) {
      end++;
    }
    String gate = "http://localhost:" + server.getAddress().getPort() + "/" + point;
    lines.addAll(
        end,
        List.of(
            indent + "- setVariable: { name: gate, constant: { expression: reached } }",
            indent + "- to: { uri: \"" + gate + "\", variableSend: gate, variableReceive: gate }"));
    Files.write(route, lines);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
