package io.ledgerway.fetch;

import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** What this deployment allows files to be fetched from, and how long and large they may be. */
@Configuration(proxyBeanMethods = false)
class FetchConfiguration {

  @Bean
  Fetch fetch(
      @Value("${ledgerway.fetch.own-networks:}") List<String> ownNetworks,
      @Value("${ledgerway.fetch.ssl-bundle:}") String bundle,
      @Value("${ledgerway.fetch.most-bytes:10MB}") DataSize mostBytes,
      @Value("${ledgerway.fetch.time:30s}") Duration time,
      @Value("${ledgerway.fetch.connect-time:5s}") Duration connectTime,
      Optional<SslBundles> bundles)
      throws NoSuchAlgorithmException {
    SSLContext trust =
        bundle.isEmpty()
            ? SSLContext.getDefault()
            : bundles.orElseThrow().getBundle(bundle).createSslContext();
    return new Fetch(
        SystemDefaultDnsResolver.INSTANCE,
        new PublicInternet(ownNetworks),
        trust,
        new Fetch.Limits(mostBytes.toBytes(), time, connectTime));
  }
}
