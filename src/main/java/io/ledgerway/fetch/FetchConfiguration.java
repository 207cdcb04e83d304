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

/** What this deployment allows to be called, and how long and large what is fetched may be. */
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
    return new Fetch(
        SystemDefaultDnsResolver.INSTANCE,
        new PublicInternet(ownNetworks),
        trust(bundle, bundles),
        new Fetch.Limits(mostBytes.toBytes(), time, connectTime));
  }

  @Bean
  Post post(
      @Value("${ledgerway.fetch.own-networks:}") List<String> ownNetworks,
      @Value("${ledgerway.fetch.ssl-bundle:}") String bundle,
      @Value("${ledgerway.notices.plain-http:false}") boolean plain,
      @Value("${ledgerway.notices.time:10s}") Duration time,
      @Value("${ledgerway.fetch.connect-time:5s}") Duration connectTime,
      Optional<SslBundles> bundles)
      throws NoSuchAlgorithmException {
    return new Post(
        new OutsideCalls(
            SystemDefaultDnsResolver.INSTANCE,
            new PublicInternet(ownNetworks),
            trust(bundle, bundles),
            connectTime),
        plain,
        time);
  }

  private static SSLContext trust(String bundle, Optional<SslBundles> bundles)
      throws NoSuchAlgorithmException {
    return bundle.isEmpty()
        ? SSLContext.getDefault()
        : bundles.orElseThrow().getBundle(bundle).createSslContext();
  }
}
