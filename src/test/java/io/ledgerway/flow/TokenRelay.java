package io.ledgerway.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands before the sandbox's token endpoint, knows every token that it has issued, and loses some
 * of its answers to refreshes on their way back. Thread-safe.
 */
final class TokenRelay implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Which of twenty refreshes get no answer: a single one, and two in a row. */
  private static final Set<Integer> LOST = Set.of(2, 11, 12);

  private final URI sandbox;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicInteger refreshes = new AtomicInteger();
  private final AtomicInteger lost = new AtomicInteger();
  private final List<Integer> refused = new CopyOnWriteArrayList<>();
  private final Set<String> issued = ConcurrentHashMap.newKeySet();

  TokenRelay(URI sandbox) throws IOException {
    this.sandbox = sandbox;
    server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    server.setExecutor(threads);
    server.createContext("/connect/token", this::relay);
    server.start();
  }

  URI uri() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /** Refreshes that Xero has made, answered or not. */
  int refreshes() {
    return refreshes.get();
  }

  int lost() {
    return lost.get();
  }

  /** Statuses of refreshes that Xero has refused. */
  List<Integer> refused() {
    return refused;
  }

  /** Every access and refresh token, those that never arrived too. */
  Set<String> issued() {
    return issued;
  }

  private void relay(HttpExchange exchange) throws IOException {
    try (exchange) {
      String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      HttpResponse<byte[]> answer = ask(exchange, form);
      note(answer);
      if (form.contains("grant_type=refresh_token") && isLost(answer)) {
        return;
      }
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
      exchange.getResponseBody().write(answer.body());
    }
  }

  private boolean isLost(HttpResponse<byte[]> answer) {
    if (answer.statusCode() != 200) {
      refused.add(answer.statusCode());
      return false;
    }
    boolean loses = LOST.contains(refreshes.getAndIncrement() % 20);
    if (loses) {
      lost.incrementAndGet();
    }
    return loses;
  }

  private HttpResponse<byte[]> ask(HttpExchange exchange, String form) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(sandbox.resolve("/connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form));
    String client = exchange.getRequestHeaders().getFirst("Authorization");
    if (client != null) {
      request.header("Authorization", client);
    }
    try {
      return http.send(request.build(), BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private void note(HttpResponse<byte[]> answer) throws IOException {
    JsonNode body = JSON.readTree(answer.body());
    for (String token : List.of("access_token", "refresh_token")) {
      if (body.hasNonNull(token)) {
        issued.add(body.get(token).asText());
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
