package io.ledgerway.xero;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;

/**
 * A server that speaks HTTP as badly as it is told to: each request is met by the next behaviour,
 * or by 200 and an empty object when none is left.
 */
public final class RoughServer implements AutoCloseable {

  /** What was received. */
  public record Received(String method, String target, Map<String, String> headers, String body) {}

  /** Meets one request. */
  @FunctionalInterface
  public interface Behaviour {
    void meet(Received request, Socket socket) throws IOException;
  }

  private final ServerSocket listening;
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final Deque<Behaviour> behaviours = new ConcurrentLinkedDeque<>();
  private volatile Behaviour otherwise = answer(200, "{}");
  private final Thread accepting;

  public RoughServer() {
    try {
      listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    accepting =
        start(
            () -> {
              while (!listening.isClosed()) {
                Socket socket = listening.accept();
                start(() -> serve(socket));
              }
            });
  }

  public URI uri() {
    return URI.create("http://localhost:" + listening.getLocalPort());
  }

  public List<Received> received() {
    return received;
  }

  /** The next requests meet these, in this order. */
  public RoughServer then(Behaviour... next) {
    behaviours.addAll(List.of(next));
    return this;
  }

  public RoughServer otherwise(Behaviour behaviour) {
    otherwise = behaviour;
    return this;
  }

  /** An answer with headers given as {@code "Name: value"}. */
  public static Behaviour answer(int status, String body, String... headers) {
    return (request, socket) -> {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " X\r\n");
      List.of(headers).forEach(header -> head.append(header).append("\r\n"));
      if (!String.join("\n", headers).contains("Content-Type")) {
        head.append("Content-Type: application/json; charset=utf-8\r\n");
      }
      head.append("Content-Length: ").append(bytes.length).append("\r\n\r\n");
      ByteArrayOutputStream whole = new ByteArrayOutputStream();
      whole.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
      whole.writeBytes(bytes);
      socket.getOutputStream().write(whole.toByteArray());
    };
  }

  /** A 200 whose body is packed with gzip. */
  public static Behaviour packed(String body) {
    return (request, socket) -> {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
        gzip.write(body.getBytes(StandardCharsets.UTF_8));
      }
      ByteArrayOutputStream whole = new ByteArrayOutputStream();
      whole.writeBytes(
          ("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: "
                  + packed.size()
                  + "\r\n\r\n")
              .getBytes(StandardCharsets.ISO_8859_1));
      whole.writeBytes(packed.toByteArray());
      socket.getOutputStream().write(whole.toByteArray());
    };
  }

  /** Reads the request, then tears the connection down without a word. */
  public static Behaviour reset() {
    return (request, socket) -> {
      socket.setSoLinger(true, 0);
      socket.close();
    };
  }

  /** Promises more than it sends, then closes. */
  public static Behaviour half() {
    return (request, socket) -> {
      socket
          .getOutputStream()
          .write(
              "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{\"Id\":"
                  .getBytes(StandardCharsets.ISO_8859_1));
      socket.close();
    };
  }

  /** Never answers; the connection stays open. */
  public static Behaviour silence() {
    return (request, socket) -> {};
  }

  /** Sends the start of an answer and then one space at a time, for ever. */
  public static Behaviour drip() {
    return (request, socket) -> {
      OutputStream out = socket.getOutputStream();
      out.write(
          "HTTP/1.1 200 OK\r\nContent-Length: 999999\r\n\r\n{".getBytes(StandardCharsets.UTF_8));
      while (true) {
        out.write(' ');
        out.flush();
        java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
      }
    };
  }

  /** Closes the port, and returns when nobody is received any more. */
  @Override
  public void close() {
    try {
      listening.close();
      // The kernel listens for as long as a thread is inside accept().
      accepting.join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void serve(Socket socket) throws IOException {
    InputStream in = new BufferedInputStream(socket.getInputStream());
    while (true) {
      Received request = read(in);
      if (request == null) {
        return;
      }
      received.add(request);
      Behaviour next = behaviours.poll();
      (next == null ? otherwise : next).meet(request, socket);
    }
  }

  private static Received read(InputStream in) throws IOException {
    String first = line(in);
    if (first == null) {
      return null;
    }
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      headers.merge(
          line.substring(0, line.indexOf(':')),
          line.substring(line.indexOf(':') + 1).trim(),
          (one, other) -> one + " AND " + other);
    }
    int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    return new Received(first.split(" ")[0], first.split(" ")[1], headers, body);
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int one = in.read(); one != '\n'; one = in.read()) {
      if (one < 0) {
        return null;
      }
      if (one != '\r') {
        line.write(one);
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }

  private interface Work {
    void run() throws IOException;
  }

  private static Thread start(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                // The other side has gone, which is its good right.
              }
            });
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
