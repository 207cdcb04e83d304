package io.ledgerway.sandbox.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Stands between a client and the sandbox, and writes down what passes. */
final class Recorder implements AutoCloseable {

  private static final Set<String> OF_THE_HOP =
      Set.of("connection", "host", "content-length", "transfer-encoding", "upgrade", "expect");

  /** One call and its answer. */
  record Exchange(
      String method,
      String path,
      String query,
      Map<String, List<String>> requestHeaders,
      byte[] request,
      int status,
      Map<String, List<String>> headers,
      byte[] answer) {

    String contentType() {
      return headers.entrySet().stream()
          .filter(header -> header.getKey().equalsIgnoreCase("content-type"))
          .map(header -> header.getValue().get(0))
          .findFirst()
          .orElse("");
    }
  }

  private final String target;
  private final HttpServer server;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();

  Recorder(String target) {
    this.target = target;
    try {
      server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::pass);
    server.start();
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  List<Exchange> exchanges() {
    return exchanges;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void pass(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    URI uri = exchange.getRequestURI();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(target + uri))
            .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!OF_THE_HOP.contains(name.toLowerCase())) {
                values.forEach(value -> request.header(name, value));
              }
            });
    try {
      HttpResponse<byte[]> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      answer
          .headers()
          .map()
          .forEach(
              (name, values) -> {
                if (!OF_THE_HOP.contains(name)) {
                  exchange.getResponseHeaders().put(name, values);
                }
              });
      exchanges.add(
          new Exchange(
              exchange.getRequestMethod(),
              uri.getPath(),
              uri.getRawQuery(),
              Map.copyOf(exchange.getRequestHeaders()),
              body,
              answer.statusCode(),
              answer.headers().map(),
              answer.body()));
      exchange.sendResponseHeaders(
          answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
      exchange.getResponseBody().write(answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
    }
  }
}
