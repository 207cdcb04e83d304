package io.ledgerway.connection;

import io.ledgerway.xero.XeroProperties;
import io.ledgerway.xero.XeroUncertain;
import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientResponseException;

/** How Xero is called beside its API: nothing of it is under a tenant's limits. */
final class IdentityHttp {

  private IdentityHttp() {}

  static RestClient client(XeroProperties properties) {
    JdkClientHttpRequestFactory requests =
        new JdkClientHttpRequestFactory(
            HttpClient.newBuilder()
                .connectTimeout(properties.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
    requests.setReadTimeout(Duration.ofSeconds(15));
    return RestClient.builder().requestFactory(requests).build();
  }

  /** The cause is only named: what it carries might hold a token. */
  static XeroUncertain unavailable(String what, Exception cause) {
    int status =
        cause instanceof RestClientResponseException answered
            ? answered.getStatusCode().value()
            : 0;
    String why =
        status > 0
            ? String.valueOf(status)
            : cause == null ? "no token in the answer" : cause.getClass().getSimpleName();
    return new XeroUncertain(
        "Xero did not " + what + ": " + why, status > 0, false, null, status, null, null);
  }
}
