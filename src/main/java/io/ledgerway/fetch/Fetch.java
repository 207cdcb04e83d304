package io.ledgerway.fetch;

import io.ledgerway.fetch.NotFetched.Reason;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.util.Timeout;

/**
 * Fetches files from addresses that came from outside. Each address on the way is checked anew:
 * https, an allowed host, and found to be of the public internet; and it is called at what was
 * found. Nothing is kept between two files, and nothing is sent along. Thread-safe.
 */
public class Fetch implements AutoCloseable {

  private static final int MOST_REDIRECTS = 3;

  /**
   * @param mostBytes of a file
   * @param time for all of it, redirects included
   * @param connect time for one connection
   */
  public record Limits(long mostBytes, Duration time, Duration connect) {}

  private final ScheduledExecutorService scissors =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread cutting = new Thread(work, "fetch-scissors");
            cutting.setDaemon(true);
            return cutting;
          });
  private final DnsResolver names;
  private final PublicInternet internet;
  private final SSLContext trust;
  private final Limits limits;

  Fetch(DnsResolver names, PublicInternet internet, SSLContext trust, Limits limits) {
    this.names = names;
    this.internet = internet;
    this.trust = trust;
    this.limits = limits;
  }

  /**
   * @param address as it came
   * @throws NotFetched when it cannot be had, or must not be
   */
  public Fetched fetch(String address, AllowedHosts hosts) {
    long end = System.nanoTime() + limits.time().toNanos();
    URI at = address(address);
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      require(at, hosts);
      FileRequest.Answer answer = call(at, end);
      if (answer.file() != null) {
        return answer.file();
      }
      at = next(at, answer.location());
    }
    throw Reason.TOO_MANY_REDIRECTS.with(MOST_REDIRECTS);
  }

  private static URI address(String written) {
    try {
      return new URI(written);
    } catch (URISyntaxException e) {
      throw Reason.ADDRESS_WRONG.with("it is no address");
    }
  }

  private static URI next(URI at, String location) {
    try {
      return at.resolve(new URI(location));
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw Reason.ADDRESS_WRONG.with("it leads on to what is no address");
    }
  }

  private static void require(URI at, AllowedHosts hosts) {
    if (!"https".equalsIgnoreCase(at.getScheme())) {
      throw Reason.ADDRESS_WRONG.with("it is not https");
    }
    if (at.getHost() == null || at.getRawUserInfo() != null) {
      throw Reason.ADDRESS_WRONG.with("it names no host, or somebody besides");
    }
    if (!hosts.allow(at)) {
      throw Reason.HOST_NOT_ALLOWED.with(at.getHost() + port(at));
    }
  }

  private static String port(URI at) {
    return at.getPort() < 0 ? "" : ":" + at.getPort();
  }

  private FileRequest.Answer call(URI at, long end) {
    String name = at.getHost().toLowerCase(Locale.ROOT);
    CheckedHost host = CheckedHost.of(name, names, internet);
    FileRequest file = new FileRequest(at, limits.mostBytes());
    long left = end - System.nanoTime();
    if (left <= 0) {
      throw tooSlow();
    }
    ScheduledFuture<?> cut = scissors.schedule(file.request()::cancel, left, TimeUnit.NANOSECONDS);
    try (CloseableHttpClient client = client(host)) {
      return client.execute(file.request(), file);
    } catch (IOException e) {
      throw System.nanoTime() >= end ? tooSlow() : Reason.HOST_NOT_REACHED.with(name, how(e));
    } finally {
      cut.cancel(false);
    }
  }

  private NotFetched tooSlow() {
    return Reason.TOO_SLOW.with(limits.time().toSeconds());
  }

  /** One for each request: what the next one finds may be another host under the same name. */
  private CloseableHttpClient client(CheckedHost host) {
    return HttpClientBuilder.create()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(host)
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(trust))
                .setDefaultConnectionConfig(
                    ConnectionConfig.custom()
                        .setConnectTimeout(timeout(limits.connect()))
                        .setSocketTimeout(timeout(limits.time()))
                        .build())
                .build())
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableContentCompression()
        .disableCookieManagement()
        .disableAuthCaching()
        .setUserAgent("Ledgerway")
        .build();
  }

  private static Timeout timeout(Duration duration) {
    return Timeout.ofMilliseconds(duration.toMillis());
  }

  /** In our words: the client's name addresses. */
  private static String how(IOException failure) {
    if (failure instanceof SSLException) {
      return "it could not prove who it is";
    }
    return failure instanceof ConnectException || failure instanceof NoRouteToHostException
        ? "nobody listens there"
        : "the connection broke";
  }

  @Override
  public void close() {
    scissors.shutdownNow();
  }
}
