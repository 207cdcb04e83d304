package io.ledgerway.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * An https server at 127.0.0.1 that writes byte for byte what it is told to, with a certificate of
 * its own that whoever trusts {@link #trustStore()} accepts for {@code localhost} and {@code
 * files.example}. Thread-safe.
 */
public final class FileServer implements AutoCloseable {

  /** Of the key and the trust store. */
  public static final String PASSWORD = "changeit";

  /** A PDF as short as one can be. */
  public static final String PDF = "%PDF-1.4\n%%EOF\n";

  /** Writes an answer, head and all. */
  @FunctionalInterface
  public interface Answer {
    void write(OutputStream out) throws IOException;
  }

  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final Queue<String> asked = new ConcurrentLinkedQueue<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Path store;
  private final SSLServerSocket socket;

  private FileServer() throws IOException, GeneralSecurityException {
    store = newKey();
    socket =
        (SSLServerSocket)
            context()
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    threads.execute(this::accept);
  }

  public static FileServer start() {
    try {
      return new FileServer();
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public int port() {
    return socket.getLocalPort();
  }

  /** Has an engine fetch the receipts of a source from here, as from a host inside its network. */
  public List<String> engineArguments(String source) {
    return settings(source).entrySet().stream()
        .map(each -> "--" + each.getKey() + "=" + each.getValue())
        .toList();
  }

  /** The same for an engine in a process of its own. */
  public Map<String, String> engineEnvironment(String source) {
    return settings(source).entrySet().stream()
        .collect(
            Collectors.toMap(
                each -> each.getKey().toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"),
                Map.Entry::getValue));
  }

  private Map<String, String> settings(String source) {
    String bundle = "spring.ssl.bundle.jks.files.truststore.";
    return Map.of(
        "ledgerway.receipts.hosts." + source,
        "localhost:" + port(),
        "ledgerway.fetch.own-networks",
        "127.0.0.0/8,::1/128",
        "ledgerway.fetch.ssl-bundle",
        "files",
        bundle + "location",
        "file:" + store,
        bundle + "type",
        "PKCS12",
        bundle + "password",
        PASSWORD);
  }

  /** What the engine reaches it by. */
  public String url(String path) {
    return "https://localhost:" + port() + path;
  }

  /** A PKCS12 store. */
  public Path trustStore() {
    return store;
  }

  /** For a client that trusts this server. */
  public SSLContext context() {
    try (var in = Files.newInputStream(store)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, PASSWORD.toCharArray());
      KeyManagerFactory key = KeyManagerFactory.getInstance("PKIX");
      key.init(keys, PASSWORD.toCharArray());
      TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(keys);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(key.getKeyManagers(), trust.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Each path that was asked for, in order. */
  public Queue<String> asked() {
    return asked;
  }

  /** A good answer. */
  public FileServer gives(String path, String type, byte[] content) {
    return answers(
        path,
        out -> {
          out.write(
              ("HTTP/1.1 200 OK\r\nContent-Type: "
                      + type
                      + "\r\nContent-Length: "
                      + content.length
                      + "\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
          out.write(content);
        });
  }

  /** An answer without a body. */
  public FileServer says(String path, int status, String... headers) {
    return answers(
        path,
        out ->
            out.write(
                ("HTTP/1.1 "
                        + status
                        + " Said\r\nContent-Length: 0\r\n"
                        + String.join("\r\n", headers)
                        + (headers.length == 0 ? "" : "\r\n")
                        + "\r\n")
                    .getBytes(StandardCharsets.US_ASCII)));
  }

  public FileServer answers(String path, Answer answer) {
    answers.put(path, answer);
    return this;
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        threads.execute(() -> serve(client));
      } catch (SocketException closed) {
        return;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
      String first = in.readLine();
      if (first == null) {
        return;
      }
      String path = first.split(" ")[1];
      asked.add(path);
      for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
        // its headers say nothing to us
      }
      Answer answer = answers.get(path);
      if (answer == null) {
        answer =
            out ->
                out.write(
                    "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
      }
      answer.write(client.getOutputStream());
      client.getOutputStream().flush();
    } catch (IOException cut) {
      // by the client, as it may
    }
  }

  private static Path newKey() throws IOException {
    Path folder = Files.createTempDirectory("file-server");
    Path store = folder.resolve("store.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "files",
                "-keyalg",
                "EC",
                "-dname",
                "CN=files.example",
                "-ext",
                "SAN=dns:localhost,dns:files.example,dns:other.example",
                "-validity",
                "3650",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                store.toString())
            .redirectErrorStream(true)
            .start();
    String told =
        new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    try {
      if (keytool.waitFor() != 0) {
        throw new IllegalStateException(told);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    folder.toFile().deleteOnExit();
    store.toFile().deleteOnExit();
    return store;
  }

  @Override
  public void close() {
    try {
      socket.close();
      threads.shutdownNow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
