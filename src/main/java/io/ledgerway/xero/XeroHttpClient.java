package io.ledgerway.xero;

import java.util.concurrent.TimeUnit;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * The HTTP client for Xero. It never repeats a request by itself (HttpClient would repeat even a
 * PUT after a 429 or 503) and never takes credentials along a redirect.
 */
class XeroHttpClient implements HttpClientConfigurer {

  private final XeroProperties properties;
  private final LastMoment lastMoment;

  XeroHttpClient(XeroProperties properties, LastMoment lastMoment) {
    this.properties = properties;
    this.lastMoment = lastMoment;
  }

  @Override
  public void configureHttpClient(HttpClientBuilder client) {
    client
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableAuthCaching()
        .setUserAgent("Ledgerway/" + version())
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setConnectionRequestTimeout(timeout(properties.connectTimeout()))
                .setResponseTimeout(timeout(properties.responseTimeout()))
                .build())
        .addExecInterceptorFirst("bounds", new BoundedAnswers(properties))
        .addExecInterceptorLast("last-moment", lastMoment);
  }

  static HttpClientConnectionManager connections(XeroProperties properties) {
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setMaxConnTotal(properties.connections())
        .setMaxConnPerRoute(properties.connections())
        .setDefaultConnectionConfig(
            ConnectionConfig.custom()
                .setConnectTimeout(timeout(properties.connectTimeout()))
                .setSocketTimeout(timeout(properties.responseTimeout()))
                // A connection that the other side has closed meanwhile would make a write
                // uncertain.
                .setValidateAfterInactivity(TimeValue.of(500, TimeUnit.MILLISECONDS))
                .setTimeToLive(TimeValue.ofMinutes(5))
                .build())
        .build();
  }

  private static Timeout timeout(java.time.Duration duration) {
    return Timeout.ofMilliseconds(duration.toMillis());
  }

  private static String version() {
    String version = XeroHttpClient.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
