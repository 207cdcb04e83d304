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
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.io.HttpClientResponseHandler;
import org.apache.hc.core5.util.Timeout;

/**
 * Calls hosts that somebody outside named. A host is called only when all that its name leads to is
 * of the public internet, at exactly what was found, and until a moment that is given. Nothing is
 * kept between two calls, and no redirect is followed. Thread-safe.
 */
class OutsideCalls implements AutoCloseable {

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
  private final Duration connect;

  /**
   * @param connect time for one connection
   */
  OutsideCalls(DnsResolver names, PublicInternet internet, SSLContext trust, Duration connect) {
    this.names = names;
    this.internet = internet;
    this.trust = trust;
    this.connect = connect;
  }

  /**
   * @throws NotFetched when it is none
   */
  static URI address(String written) {
    try {
      return new URI(written);
    } catch (URISyntaxException e) {
      throw Reason.ADDRESS_WRONG.with("it is no address");
    }
  }

  /**
   * @param plain whether http is allowed beside https
   * @throws NotFetched when it is neither, names no host, or somebody to sign in
   */
  static void require(URI at, boolean plain) {
    if (!"https".equalsIgnoreCase(at.getScheme())
        && !(plain && "http".equalsIgnoreCase(at.getScheme()))) {
      throw Reason.ADDRESS_WRONG.with("it is not https");
    }
    if (at.getHost() == null || at.getRawUserInfo() != null) {
      throw Reason.ADDRESS_WRONG.with("it names no host, or somebody besides");
    }
  }

  /**
   * @throws NotFetched when what its name leads to is not public, or it leads nowhere
   */
  CheckedHost check(URI at) {
    return CheckedHost.of(at.getHost().toLowerCase(Locale.ROOT), names, internet);
  }

  /**
   * @param end by {@code System.nanoTime()}, when the call is cut off
   * @param tooSlow what is said then
   * @throws NotFetched when the host cannot be called, must not be, or answers too late
   */
  <T> T call(
      URI at,
      HttpUriRequestBase request,
      HttpClientResponseHandler<T> answer,
      long end,
      Supplier<NotFetched> tooSlow) {
    CheckedHost host = check(at);
    long left = end - System.nanoTime();
    if (left <= 0) {
      throw tooSlow.get();
    }
    ScheduledFuture<?> cut = scissors.schedule(request::cancel, left, TimeUnit.NANOSECONDS);
    try (CloseableHttpClient client = client(host, Duration.ofNanos(left))) {
      return client.execute(request, answer);
    } catch (IOException e) {
      throw System.nanoTime() >= end
          ? tooSlow.get()
          : Reason.HOST_NOT_REACHED.with(host.name(), how(e));
    } finally {
      cut.cancel(false);
    }
  }

  /** One for each request: what the next one finds may be another host under the same name. */
  private CloseableHttpClient client(CheckedHost host, Duration left) {
    return HttpClientBuilder.create()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(host)
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(trust))
                .setDefaultConnectionConfig(
                    ConnectionConfig.custom()
                        .setConnectTimeout(timeout(connect))
                        .setSocketTimeout(timeout(left))
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
    return Timeout.ofMilliseconds(Math.max(1, duration.toMillis()));
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
