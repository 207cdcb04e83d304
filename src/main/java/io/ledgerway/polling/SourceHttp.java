package io.ledgerway.polling;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** The wire to sources: one answer, whole and in a file, or none. Thread-safe. */
@Component
class SourceHttp {

  private static final long MOST_BYTES = 512L * 1024 * 1024;
  // Shorter than a request that was not ended counts against a source's limits.
  private static final int LONGEST_SECONDS = 100;

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(10))
          // A source that sends us elsewhere would send its secrets there, too.
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /**
   * @throws SourceSilent when no whole answer came in time
   */
  HttpResponse<Path> send(HttpRequest request, Path into) {
    CompletableFuture<HttpResponse<Path>> answer = client.sendAsync(request, head -> into(into));
    try {
      return answer.get(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new SourceSilent("the engine was told to end", e);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new SourceSilent("none within " + LONGEST_SECONDS + " seconds", e);
    } catch (ExecutionException e) {
      throw new SourceSilent(e.getCause().getClass().getSimpleName(), e.getCause());
    }
  }

  private static HttpResponse.BodySubscriber<Path> into(Path file) {
    try {
      OutputStream out = Files.newOutputStream(file);
      AtomicLong bytes = new AtomicLong();
      return BodySubscribers.mapping(
          BodySubscribers.ofByteArrayConsumer(
              part ->
                  part.ifPresentOrElse(
                      some -> {
                        if (bytes.addAndGet(some.length) > MOST_BYTES) {
                          throw new UncheckedIOException(new IOException("too large"));
                        }
                        write(out, some);
                      },
                      () -> close(out))),
          nothing -> file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(OutputStream out, byte[] some) {
    try {
      out.write(some);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void close(OutputStream out) {
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
