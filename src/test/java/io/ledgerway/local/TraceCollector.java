package io.ledgerway.local;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Takes spans by OTLP over HTTP at 127.0.0.1 and reads them as their protocol says. Thread-safe.
 */
public final class TraceCollector implements AutoCloseable {

  /**
   * A span.
   *
   * @param parent empty where it begins a trace
   * @param links as {@code trace/span}
   */
  public record Span(
      String trace,
      String id,
      String parent,
      String name,
      int kind,
      long start,
      long end,
      boolean failed,
      Map<String, String> attributes,
      List<String> links) {

    public String attribute(String name) {
      return attributes.get(name);
    }
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Span> spans = new CopyOnWriteArrayList<>();
  private final List<String> bytes = new CopyOnWriteArrayList<>();

  private volatile boolean refusing;

  private TraceCollector(HttpServer server) {
    this.server = server;
    server.setExecutor(threads);
    server.createContext("/v1/traces", this::take);
    server.start();
  }

  public static TraceCollector start() {
    try {
      return new TraceCollector(
          HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 50));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Whether it takes none from now on. */
  public void refuse(boolean whether) {
    refusing = whether;
  }

  /** All that came. */
  public List<Span> spans() {
    return List.copyOf(spans);
  }

  /** How many came. */
  public int count() {
    return spans.size();
  }

  /** Of one name, in one trace. */
  public List<Span> spans(String trace, String name) {
    return spans.stream()
        .filter(span -> span.trace().equals(trace) && span.name().equals(name))
        .toList();
  }

  /** All that came, byte for byte, read as ISO 8859-1. */
  public String everything() {
    return String.join("\n", bytes);
  }

  private void take(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (refusing) {
      exchange.sendResponseHeaders(400, -1);
      exchange.close();
      return;
    }
    bytes.add(new String(body, StandardCharsets.ISO_8859_1));
    for (ByteString ofResource : parts(ByteString.copyFrom(body), 1)) {
      for (ByteString ofScope : parts(ofResource, 2)) {
        for (ByteString span : parts(ofScope, 2)) {
          spans.add(span(span));
        }
      }
    }
    exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  private static Span span(ByteString span) throws IOException {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (ByteString pair : parts(span, 9)) {
      attributes.put(text(pair, 1), value(parts(pair, 2).get(0)));
    }
    List<String> links = new ArrayList<>();
    for (ByteString link : parts(span, 13)) {
      links.add(hex(link, 1) + "/" + hex(link, 2));
    }
    List<ByteString> status = parts(span, 15);
    return new Span(
        hex(span, 1),
        hex(span, 2),
        hex(span, 4),
        text(span, 5),
        (int) number(span, 6),
        number(span, 7),
        number(span, 8),
        !status.isEmpty() && number(status.get(0), 3) == 2,
        attributes,
        links);
  }

  private static String value(ByteString any) throws IOException {
    return parts(any, 1).isEmpty() ? String.valueOf(number(any, 3)) : text(any, 1);
  }

  private static String text(ByteString message, int field) throws IOException {
    List<ByteString> parts = parts(message, field);
    return parts.isEmpty() ? "" : parts.get(0).toStringUtf8();
  }

  private static String hex(ByteString message, int field) throws IOException {
    List<ByteString> parts = parts(message, field);
    return parts.isEmpty() ? "" : HexFormat.of().formatHex(parts.get(0).toByteArray());
  }

  /** What stands in a field of bytes, as often as it does. */
  private static List<ByteString> parts(ByteString message, int field) throws IOException {
    List<ByteString> parts = new ArrayList<>();
    CodedInputStream in = message.newCodedInput();
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (WireFormat.getTagFieldNumber(tag) == field
          && WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED) {
        parts.add(in.readBytes());
      } else {
        in.skipField(tag);
      }
    }
    return parts;
  }

  private static long number(ByteString message, int field) throws IOException {
    CodedInputStream in = message.newCodedInput();
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      int type = WireFormat.getTagWireType(tag);
      if (WireFormat.getTagFieldNumber(tag) != field) {
        in.skipField(tag);
      } else {
        return type == WireFormat.WIRETYPE_FIXED64 ? in.readFixed64() : in.readRawVarint64();
      }
    }
    return 0;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
