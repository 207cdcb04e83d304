package io.ledgerway.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A receiver of webhooks at 127.0.0.1 that keeps what it gets and answers 200, or what it is told
 * to. Thread-safe.
 */
public final class Webhook implements AutoCloseable {

  /** What came. */
  public record Received(Map<String, List<String>> headers, String body) {

    public String header(String name) {
      return headers.getOrDefault(name, List.of("")).get(0);
    }
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, List<Received>> received = new ConcurrentHashMap<>();
  private final Map<String, Queue<Integer>> answers = new ConcurrentHashMap<>();

  private Webhook(HttpServer server) {
    this.server = server;
    server.setExecutor(threads);
    server.createContext("/", this::take);
    server.start();
  }

  public static Webhook start() {
    try {
      return new Webhook(
          HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 50));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An address of its own. */
  public String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + path;
  }

  /** What it says next to who posts there, one after the other, before it says 200. */
  public void answers(String path, Integer... statuses) {
    answers.computeIfAbsent(path, any -> new ConcurrentLinkedQueue<>()).addAll(List.of(statuses));
  }

  /** In the order in which it came. */
  public List<Received> at(String path) {
    return received.computeIfAbsent(path, any -> new CopyOnWriteArrayList<>());
  }

  private void take(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().substring(1);
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    at(path).add(new Received(Map.copyOf(exchange.getRequestHeaders()), body));
    Integer status = answers.getOrDefault(path, new ConcurrentLinkedQueue<>()).poll();
    exchange.getResponseHeaders().set("Location", url(path + "-elsewhere"));
    exchange.sendResponseHeaders(status == null ? 200 : status, -1);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
